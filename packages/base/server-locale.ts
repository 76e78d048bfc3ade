import { lazily } from './lazily.ts'

// Asked late: the first formatter loads megabytes of ICU.
const resolved = lazily(() => new Intl.DateTimeFormat().resolvedOptions())

/** The time zone of this machine, for whoever does not say theirs. */
export const serverZone = (): string => resolved().timeZone

/** The language of this machine. */
export const serverLocale = (): string => resolved().locale

/** Whether there is such a time zone. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
