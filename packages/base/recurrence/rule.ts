export const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** Weekdays from Monday on, as RFC 5545 writes them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** A weekday of BYDAY: any of them, or the nth of its month or year, counted from the end where negative. */
export interface OrdinalDay {
  day: Weekday
  ordinal: number | null
}

/** A recurrence rule (RFC 5545 section 3.3.10), read and found to be valid. Lists are empty where a part is left out. */
export interface Rule {
  frequency: Frequency
  interval: number
  count: number | null
  /** As it was written: a date, a local time, or a time in UTC that ends in `Z`. */
  until: string | null
  months: number[]
  weekNumbers: number[]
  yearDays: number[]
  monthDays: number[]
  days: OrdinalDay[]
  hours: number[]
  minutes: number[]
  seconds: number[]
  positions: number[]
  weekStart: Weekday
}

/** Whether a rule repeats within a day: it follows time as it passes, and the others the clock on the wall. */
export function isWithinDay({ frequency }: Rule): boolean {
  return frequency === 'HOURLY' || frequency === 'MINUTELY' || frequency === 'SECONDLY'
}
