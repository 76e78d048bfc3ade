import { occurrencesAfter, type Recurrence } from '#base/recurrence/occurrences.ts'

const QUARTER = 15 * 60_000
const LOOKED_AT = 30

/** Whether a rule asks for more than any person can do: tasks that follow each other within a quarter of an hour. */
export function isTooOften(recurrence: Recurrence, from: number): boolean {
  const dates = occurrencesAfter(recurrence, from - 1, LOOKED_AT)
  return dates.some((date, index) => index > 0 && date - dates[index - 1]! < QUARTER)
}
