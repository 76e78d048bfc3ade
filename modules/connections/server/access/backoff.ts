const FIRST = 1000
const MOST = 5 * 60_000

/** After a failure nobody asks again for a while: twice as long each time, and never all at one moment. */
export class Backoff {
  readonly #now: () => number
  readonly #failures = new Map<string, { count: number; until: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  isResting(key: string): boolean {
    return (this.#failures.get(key)?.until ?? 0) > this.#now()
  }

  failed(key: string): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1
    const longest = Math.min(MOST, FIRST * 2 ** (count - 1))
    this.#failures.set(key, { count, until: this.#now() + longest * (0.5 + Math.random() / 2) })
  }

  worked(key: string): void {
    this.#failures.delete(key)
  }
}
