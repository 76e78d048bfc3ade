/** One figure of a bench and the limit it is held to. */
export interface Check {
  name: string
  value: number | string | null
  limit: number | string
  /** Null when it could not be measured; `why` says the reason. */
  holds: boolean | null
  why?: string
  /** What the value was made of: rounds, absolute figures. */
  detail?: unknown
}

/** What a bench file exports. */
export interface Bench {
  run(options: { quick: boolean }): Promise<{ checks: Check[] }>
}

/** A value that must be at least the limit, such as a ratio of requests. */
export function atLeast(name: string, value: number, limit: number, detail?: unknown): Check {
  return { name, value: rounded(value), limit, holds: value >= limit, ...(detail !== undefined && { detail }) }
}

/** A value that must stay below the limit, such as milliseconds or megabytes. */
export function below(name: string, value: number, limit: number, detail?: unknown): Check {
  return { name, value: rounded(value), limit, holds: value < limit, ...(detail !== undefined && { detail }) }
}

/** A value that may reach the limit and no more, such as a ratio of times. */
export function atMost(name: string, value: number, limit: number, detail?: unknown): Check {
  return { name, value: rounded(value), limit, holds: value <= limit, ...(detail !== undefined && { detail }) }
}

/** What could not be measured here, and why. */
export function notRun(name: string, limit: number, why: string): Check {
  return { name, value: null, limit, holds: null, why }
}

/** False when one check fails, null when none fails and one could not be measured. */
export function holdsOf(checks: readonly Check[]): boolean | null {
  if (checks.length === 0 || checks.some(({ holds }) => holds === null))
    return checks.some(({ holds }) => holds === false) ? false : null
  return checks.every(({ holds }) => holds === true)
}

/** Three significant digits below a hundred: more would pretend a precision that nobody measured. */
export function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}
