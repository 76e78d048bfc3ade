/** While somebody is at work, a batch holds the one writer for about so long. */
const SHORT_MILLISECONDS = 4
/** While nobody is there to wait, batches are so many times as large: fewer commits. */
const QUIET_FACTOR = 4

/** How many events a projection takes at once, by how long those before took. */
export class Pace {
  readonly #batch: number
  readonly #most: number
  /** Milliseconds an event takes; zero until the first was seen. */
  #each = 0

  constructor(batch: number, most: number) {
    this.#batch = batch
    this.#most = most
  }

  next(quiet: boolean): number {
    if (quiet) return Math.min(this.#batch * QUIET_FACTOR, this.#most)
    const short = this.#each === 0 ? this.#batch : Math.floor(SHORT_MILLISECONDS / this.#each)
    return Math.max(1, Math.min(this.#batch, short))
  }

  took(events: number, milliseconds: number): void {
    if (events > 0) this.#each = (this.#each + milliseconds / events) / (this.#each === 0 ? 1 : 2)
  }
}
