import { dayLength, type Day } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'

/** The day that dates of a template are counted from: the one said, else today where the person is. */
export function startDay(startOn: string | undefined, now: number, zone: string): Day {
  return startOn === undefined ? dayAt(now, zone) : Date.parse(startOn) / dayLength
}
