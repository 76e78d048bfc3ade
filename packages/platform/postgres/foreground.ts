/** Counts who calls, so that bulk work takes larger steps while nobody is there. */
export class Foreground {
  #recent = 0
  #last = 0

  note(): void {
    const now = performance.now()
    this.#recent = this.#recentAt(now) + 1
    this.#last = now
  }

  isQuiet(): boolean {
    return this.#recentAt(performance.now()) < QUIET_CALLS
  }

  /** Recent calls, each forgotten by and by. */
  #recentAt(now: number): number {
    return this.#recent * Math.exp((this.#last - now) / FORGET_MILLISECONDS)
  }
}

/** One program that asks now and then how an import stands is nobody at work; a page that opens is somebody. */
const QUIET_CALLS = 4
const FORGET_MILLISECONDS = 250
