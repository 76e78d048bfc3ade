/** What is known of a task before it is done. */
export interface TaskFacts {
  /** Whose work it is. */
  person: string
  project: string | null
  /** Names of labels; the first says most where a log has but one. */
  labels: readonly string[]
  title: string
  /** What the person thinks it takes, in minutes. */
  ownMinutes: number | null
}

/** A task that is done, with what it took. */
export interface PastTask extends TaskFacts {
  minutes: number
}
