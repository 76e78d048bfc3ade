/** Energy as people read it. */
export const energyWords = ['', 'little', 'some', 'much']

/** A time of day such as 14:05 in a time zone. */
export function clockTime(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
    new Date(instant),
  )
}

/** Minutes since midnight as the wall of a time zone shows them. */
export function minuteOfDay(instant: string | number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-u-nu-latn', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(new Date(instant))
  const valueOf = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return valueOf('hour') * 60 + valueOf('minute')
}

/** A time of day such as 07:30 as minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** A date in full: Sunday, 22 November. */
export function dateInWords(date: string): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )
}

/** An hour of the day as a clock shows it; half past two is 14.5. */
export function hourInWords(hour: number): string {
  const minutes = Math.round(hour * 60)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The time zone of this browser. */
export const browserZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
