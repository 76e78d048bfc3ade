/** How far two ways of threading agree on which pairs of messages belong together. */
export interface Agreement {
  /** Pairs that both join. */
  both: number
  /** Pairs that at least one joins. */
  either: number
  /** Both of either, 0 to 1. */
  share: number
}

/** Compares two threadings, each given as the thread of every message in the same order. */
export function agreement(left: readonly (string | number)[], right: readonly (string | number)[]): Agreement {
  const both = joinedPairs(left.map((thread, n) => `${thread} ${right[n]}`))
  const either = joinedPairs(left) + joinedPairs(right) - both
  return { both, either, share: either === 0 ? 1 : both / either }
}

function joinedPairs(threads: readonly (string | number)[]): number {
  const sizes = new Map<string | number, number>()
  for (const thread of threads) sizes.set(thread, (sizes.get(thread) ?? 0) + 1)
  return [...sizes.values()].reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0)
}
