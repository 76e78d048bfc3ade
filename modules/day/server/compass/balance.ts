import { formatDay, weekday, type Day } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'
import { fromInstant } from '#base/time.ts'
import type { Work } from '../../../tasks/contract.ts'
import type { Compass, CompassZone } from '../../contract.ts'
import { zoneOf } from './zones.ts'

type Share = Compass['totals'][number]

/** The first day of so many weeks, the last of which holds today. */
export function firstDayOf(weeks: number, today: Day): Day {
  return today - weekday(today) - 7 * (weeks - 1)
}

/** How done tasks spread over the zones in each week, by the days of a time zone. */
export function balanceOf(
  zones: readonly CompassZone[],
  done: readonly Work[],
  weeks: number,
  today: Day,
  timeZone: string,
): Pick<Compass, 'weeks' | 'totals' | 'tasks'> {
  const first = firstDayOf(weeks, today)
  const inWeeks = Map.groupBy(done, ({ completedAt }) =>
    Math.floor((dayAt(fromInstant(completedAt!), timeZone) - first) / 7),
  )
  const counted = Array.from({ length: weeks }, (_, week) => inWeeks.get(week) ?? [])
  return {
    weeks: counted.map((work, week) => ({
      from: formatDay(first + 7 * week),
      to: formatDay(first + 7 * week + 6),
      partial: week === weeks - 1 && weekday(today) < 6,
      shares: sharesOf(zones, work),
    })),
    totals: sharesOf(zones, counted.flat()),
    tasks: counted.flat().length,
  }
}

/** A share for each zone, a zone without tasks too; one for the rest where there is any. */
function sharesOf(zones: readonly CompassZone[], work: readonly Work[]): Share[] {
  const byZone = Map.groupBy(work, (task) => zoneOf(zones, task))
  const names: (string | null)[] = zones.map(({ name }) => name)
  if (byZone.has(null)) names.push(null)
  return names.map((zone) => {
    const own = byZone.get(zone) ?? []
    return { zone, tasks: own.length, minutes: own.reduce((sum, { spentMinutes }) => sum + spentMinutes, 0) }
  })
}
