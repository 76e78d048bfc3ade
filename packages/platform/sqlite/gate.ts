import { commonFailure, FailureError } from '#kernel/failure.ts'

export interface GateOptions {
  /** In development and tests a work that crosses a macrotask is a bug and throws. */
  strict: boolean
  /** A work that has not ended by then is given up; 2,000 ms unless told. */
  watchdogMilliseconds?: number
}

const WATCHDOG_MILLISECONDS = 2000

/** What a work may await: its database and nothing that needs the event loop to turn. */
export class Gate {
  readonly #strict: boolean
  readonly #limit: number
  /** Oldest first. One timer serves all of them: a work costs none of its own. */
  readonly #running = new Set<Running>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: GateOptions) {
    this.#strict = options.strict
    this.#limit = options.watchdogMilliseconds ?? WATCHDOG_MILLISECONDS
  }

  /** Runs a work. One that takes too long is left behind: its caller must shut the handle it was given. */
  pass<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const running: Running = { since: performance.now(), reject }
      this.#running.add(running)
      this.#timer ??= this.#lookIn(this.#limit)
      const leave = () => this.#running.delete(running)
      const passing = this.#strict ? withinTurn(work) : work()
      passing.then(
        (value) => {
          leave()
          resolve(value)
        },
        (cause: unknown) => {
          leave()
          reject(cause)
        },
      )
    })
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  #lookIn(milliseconds: number): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => this.#look(), milliseconds)
    timer.unref()
    return timer
  }

  #look(): void {
    this.#timer = undefined
    const now = performance.now()
    for (const running of this.#running) {
      const left = running.since + this.#limit - now
      if (left > 0) {
        this.#timer = this.#lookIn(Math.ceil(left))
        return
      }
      this.#running.delete(running)
      running.reject(new FailureError(commonFailure('handler-too-slow')))
    }
  }
}

interface Running {
  since: number
  reject(cause: unknown): void
}

async function withinTurn<T>(work: () => Promise<T>): Promise<T> {
  let crossed = false
  const turn = setImmediate(() => (crossed = true))
  try {
    const value = await work()
    if (crossed)
      throw new Error('A handler awaited something other than its database: network, files and timers belong in a job')
    return value
  } finally {
    clearImmediate(turn)
  }
}
