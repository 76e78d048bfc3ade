import { giveBackProgramPages } from './program-pages.ts'

const QUIET_MILLISECONDS = 10_000

/** What we use of Bun's memory (bun.com/docs/runtime/bun-apis). */
declare const Bun: { gc(synchronous: boolean): number; shrink(): void }

/**
 * Gives memory back once nobody has asked for anything for ten seconds. Left alone, Bun keeps what a page load took
 * until the next one. `noteRequest` costs a clock reading; the collection stops the process for some tens of
 * milliseconds, in which by its very condition nobody waits.
 */
export class BunRest {
  readonly #giveBack: () => void
  #last = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(giveBack = collectAndShrink) {
    this.#giveBack = giveBack
  }

  noteRequest(): void {
    this.#last = performance.now()
    this.#timer ??= this.#lookIn(QUIET_MILLISECONDS)
  }

  /** Ends it. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #lookIn(milliseconds: number): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      const left = this.#last + QUIET_MILLISECONDS - performance.now()
      this.#timer = left > 1 ? this.#lookIn(left) : null
      if (!this.#timer) this.#giveBack()
    }, milliseconds)
    timer.unref()
    return timer
  }
}

function collectAndShrink(): void {
  Bun.gc(true)
  Bun.shrink()
  // Last, since the collection itself runs through much of the program.
  void giveBackProgramPages()
}
