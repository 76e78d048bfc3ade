import { MOST_OCCURRENCES, occurrencesAfter, type Recurrence } from '#base/recurrence/occurrences.ts'

/** How often a stretch is counted on: hours of a year are nine thousand. */
const MOST_STRETCHES = 20

/** The last date that has come by now after the one a task stands for, and how many there were; null where none has. */
export function lastPassed(recurrence: Recurrence, from: number, now: number): { at: number; count: number } | null {
  let at = from
  let count = 0
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch++) {
    const dates = occurrencesAfter(recurrence, at, MOST_OCCURRENCES)
    const come = dates.filter((date) => date <= now)
    count += come.length
    at = come.at(-1) ?? at
    if (come.length < dates.length || dates.length < MOST_OCCURRENCES) break
  }
  return count === 0 ? null : { at, count }
}
