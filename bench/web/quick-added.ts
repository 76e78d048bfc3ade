/** Milliseconds of many times the same. */
interface Spread {
  median: number
  p95: number
  slowest: number
  count: number
}

/** What a trace of typing lines showed. */
export interface QuickAdded {
  /** From the key Enter to the end of the answer. */
  saved: Spread
  /** From a key to the next frame, by Event Timing, which rounds to 8 and tells nothing below 16. */
  keys: Spread
  /** Tasks that the server has in the end. */
  tasks: number
}

/** Where the times lie. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? NaN).toFixed(1))
  return { median: at(0.5), p95: at(0.95), slowest: at(1), count: sorted.length }
}
