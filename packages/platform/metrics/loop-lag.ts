const LOOK_MILLISECONDS = 500

/** How late timers are: what a request waits before anybody looks at it. Runs from the first reading on. */
export class LoopLag {
  #timer: ReturnType<typeof setInterval> | undefined
  #due = 0
  #worst = 0

  /** The worst lateness since the last reading, in seconds. */
  read(): number {
    this.#start()
    // A loop that is held up right now is late already, though its timer has not run.
    const worst = Math.max(this.#worst, performance.now() - this.#due, 0)
    this.#worst = 0
    return worst / 1000
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #start(): void {
    if (this.#timer) return
    this.#due = performance.now() + LOOK_MILLISECONDS
    this.#timer = setInterval(() => {
      const now = performance.now()
      this.#worst = Math.max(this.#worst, now - this.#due)
      this.#due = now + LOOK_MILLISECONDS
    }, LOOK_MILLISECONDS)
    this.#timer.unref()
  }
}
