import { settingsOf } from '../recurrence/recurrence-of.ts'
import { fold, property, textValue } from './content-lines.ts'
import type { FeedTask } from './feed-task.ts'
import { timeZoneLines } from './time-zone-lines.ts'
import { toEvent } from './to-event.ts'
import { toTodo } from './to-todo.ts'

/** How often a calendar is to look (RFC 7986, 5.7). */
const REFRESH = 'PT1H'
/** Years for which changes of a clock are told. */
const BACK = 2
const AHEAD = 4

/** Tasks as an iCalendar stream (RFC 5545): each a to-do, and those with a date an event too. */
export function toCalendar({ name, tasks, now }: { name: string; tasks: readonly FeedTask[]; now: number }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daybook//Tasks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    property('NAME', textValue(name)),
    // Older than the name of RFC 7986, and read without escapes by some: the letters that would need them are left out.
    property('X-WR-CALNAME', name.replace(/[\\;,\r\n]+/g, ' ')),
    property('REFRESH-INTERVAL', REFRESH, { VALUE: 'DURATION' }),
    property('X-PUBLISHED-TTL', REFRESH),
  ]
  const year = new Date(now).getUTCFullYear()
  for (const zone of zonesOf(tasks))
    lines.push(...timeZoneLines(zone, Date.UTC(year - BACK, 0, 1), Date.UTC(year + AHEAD, 0, 1)))
  const events = new Set<string>()
  for (const task of tasks) {
    lines.push(...toTodo(task))
    const event = toEvent(task)
    // Several tasks of one series are one event.
    if (!event || events.has(event[1]!)) continue
    events.add(event[1]!)
    lines.push(...event)
  }
  return fold([...lines, 'END:VCALENDAR'])
}

/** The zones that dates of series are told in. */
function zonesOf(tasks: readonly FeedTask[]): string[] {
  const zones = tasks.flatMap((task) => {
    const settings = settingsOf(task)
    return settings && task.series && settings.from === 'due' && task.series.start.length > 10 ? [settings.zone] : []
  })
  return [...new Set(zones)].sort()
}
