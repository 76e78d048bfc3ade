/** A value that stops the start: which variable, what is wrong with it, and how to mend it. */
export class ConfigError extends Error {
  readonly code = 'bad-configuration'
  readonly variable: string
  readonly remedy: string

  constructor(variable: string, fault: string, remedy: string, options?: ErrorOptions) {
    super(`${variable} ${fault}`, options)
    this.name = 'ConfigError'
    this.variable = variable
    this.remedy = remedy
  }
}
