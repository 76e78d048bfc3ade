/**
 * What a module offers to jobs and endpoints within the process, beside its operations: an interface that may use the
 * network, and may hand out what no operation answers, such as a secret to sign in elsewhere.
 */
export interface ServiceDefinition<Api> {
  kind: 'service'
  /** Begins with its module's name. */
  name: string
  summary: string
  /** Of the type alone: nothing has it. */
  api?: Api
}

/** Declares a service. */
export function defineService<Api>(definition: { name: string; summary: string }): ServiceDefinition<Api> {
  return { kind: 'service', ...definition }
}
