/** From and to, in minutes. */
export interface MinuteRange {
  from: number
  to: number
}

/** Steps of a number of minutes as people say them, each up to a number. */
const STEPS = [
  [10, 1],
  [60, 5],
  [240, 15],
  [960, 30],
  [Infinity, 60],
] as const

/** Logarithms and back again make 55 minutes some 55.0000001: that is no reason to say an hour. */
const SAME = 1e-4

/** A range as people say it: rounded outwards, so that it holds what it held. */
export function niceRange(from: number, to: number): MinuteRange {
  const low = Math.floor(from / stepOf(from) + SAME) * stepOf(from)
  const high = Math.ceil(to / stepOf(to) - SAME) * stepOf(to)
  return { from: Math.max(1, low), to: Math.max(1, high) }
}

/** Minutes as people say them. */
export function niceMinutes(minutes: number): number {
  return Math.max(1, Math.round(minutes / stepOf(minutes)) * stepOf(minutes))
}

function stepOf(minutes: number): number {
  return STEPS.find(([most]) => minutes < most)![1]
}
