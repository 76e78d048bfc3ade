/** Chances out of a seed: the same seed gives the same schedule. */
export interface Chances {
  /** A whole number below a bound. */
  below: (bound: number) => number
  /** Whether something happens that does so in so many of a hundred cases. */
  percent: (share: number) => boolean
  of: <Item>(items: readonly Item[]) => Item
}

/** mulberry32: small, quick, and good enough to choose by. */
export function chancesOf(seed: number): Chances {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return { below, percent: (share) => below(100) < share, of: (items) => items[below(items.length)]! }
}
