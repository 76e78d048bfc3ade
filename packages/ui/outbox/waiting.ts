/** A change that waits in this browser until Daybook has made it. */
export interface Waiting<Change = unknown> {
  /** Its place in the order: a UUIDv7. */
  place: string
  /** Names the call, so that it counts once although its answer may get lost. */
  key: string
  /** When a person made it, in milliseconds. */
  at: number
  /** What it does, in a few words. */
  label: string
  /** The record it is about. */
  subject: string | null
  /** Whether it makes that record: what follows needs it. */
  makes: boolean
  change: Change
  /** Why it was not made; null while it waits. */
  refused: Refusal | null
}

/** What the server said to a change that it does not make. */
export interface Refusal {
  code: string
  detail: string
  remedy: string | null
}

/** The first that can be sent. What was refused stays behind, and so does all about a record that could not be made. */
export function firstReady<Change>(waiting: readonly Waiting<Change>[]): Waiting<Change> | undefined {
  const unmade = new Set(waiting.filter(({ refused, makes }) => refused && makes).map(({ subject }) => subject))
  return waiting.find(({ refused, subject }) => !refused && (subject === null || !unmade.has(subject)))
}
