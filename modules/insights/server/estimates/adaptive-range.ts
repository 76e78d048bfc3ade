/** The share of tasks that a range is meant to hold. */
export const COVERED = 0.8

/** A person's history: so many past tasks at most; the last band has no end. */
export const BANDS = [5, 20, 100, Infinity] as const

/** Past errors kept for a band, the newest of them. */
const KEPT = 400
/** With fewer of its own a band borrows those of the others. */
const ENOUGH = 20
/** How far a miss or a hit moves what is asked for: much at first, little later. */
const FIRST_STEP = 0.4
const LAST_STEP = 0.02

/** The errors that somebody nothing is known of is expected to have: quantiles of a Laplace distribution of scale 0.8. */
const EXPECTED = [-2.4, -1.6, -1.1, -0.7, -0.4, -0.15, 0, 0.15, 0.4, 0.7, 1.1, 1.6, 2.4]

/** What is known of the errors of a band. */
interface Band {
  /** Logarithms of actual over predicted, over the spread that was expected. */
  errors: number[]
  /** The share asked to lie outside: it follows what happens, so that the share that does is a fifth. */
  outside: number
  learned: number
}

/** Ranges that hold four of five (adaptive conformal inference: Gibbs, Candès 2021), a level for each band of history. */
export interface AdaptiveRanges {
  bands: Band[]
}

export function newAdaptiveRanges(): AdaptiveRanges {
  return { bands: BANDS.map(() => ({ errors: [], outside: 1 - COVERED, learned: 0 })) }
}

/** The number of the band for so many past tasks. */
export function bandOf(past: number): number {
  return BANDS.findIndex((most) => past <= most)
}

/** How far below and above a guess the range reaches, as logarithms of ratios for a spread of 1. */
export function reachOf(ranges: AdaptiveRanges, band: number): [low: number, high: number] {
  const { outside } = ranges.bands[band]!
  const sorted = errorsFor(ranges, band).toSorted((one, other) => one - other)
  // Asked for more than everything, it reaches beyond the largest error there was.
  const wider = 1 + Math.max(0, -outside)
  const tail = Math.min(Math.max(outside, 0), 1) / 2
  return [quantile(sorted, tail) * wider, quantile(sorted, 1 - tail) * wider]
}

/** Takes in the error of a task that is done, and whether its range held it. */
export function learnRange(ranges: AdaptiveRanges, band: number, error: number, held: boolean): void {
  const own = ranges.bands[band]!
  own.learned++
  const step = Math.max(LAST_STEP, FIRST_STEP / own.learned ** 0.6)
  own.outside = Math.min(1, Math.max(-1, own.outside + step * (held ? 1 - COVERED : -COVERED)))
  own.errors.push(error)
  if (own.errors.length > KEPT) own.errors.shift()
}

/** Those of the band; while these are few, those of the others and what is expected of anybody too. */
function errorsFor({ bands }: AdaptiveRanges, band: number): number[] {
  const own = bands[band]!.errors
  if (own.length >= ENOUGH) return own
  const others = bands.filter((_, index) => index !== band).flatMap(({ errors }) => errors.slice(-ENOUGH))
  return [...own, ...others, ...EXPECTED]
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}
