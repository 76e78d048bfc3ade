import type { Estimator } from './estimator.ts'
import { niceMinutes, niceRange, type MinuteRange } from './nice-range.ts'

/** The middle of all past tasks, and the range that four of five of them took: what estimates must beat. */
export function plainRange({ guesses }: Estimator): { minutes: number; range: MinuteRange } {
  const sorted = guesses.titles.titles.map(({ took }) => took).sort((one, other) => one - other)
  const at = (share: number) => Math.exp(sorted[Math.round(share * (sorted.length - 1))] ?? Math.log(45))
  return { minutes: niceMinutes(at(0.5)), range: niceRange(at(0.1), at(0.9)) }
}
