import { settingsOf } from '../recurrence/recurrence-of.ts'
import { property } from './content-lines.ts'
import type { FeedTask } from './feed-task.ts'
import { dayAfter, durationValue, utcValue, wallValue } from './time-values.ts'
import { sharedLines, uidOf } from './to-todo.ts'

/** How long a task stands in the calendar that says not how long it takes. */
const USUAL_MINUTES = 30

/**
 * A task with a date as a VEVENT (RFC 5545, 3.6.1), for calendars that show no to-dos: at its time, or all day. One that
 * repeats by its rule is the whole series under one name. Null where there is no date, or it is over.
 */
export function toEvent(task: FeedTask): string[] | null {
  if (task.status === 'done' || task.status === 'dropped') return null
  const when = seriesOf(task) ?? dateOf(task)
  if (!when) return null
  return [
    'BEGIN:VEVENT',
    property('UID', when.uid),
    ...sharedLines(task),
    ...when.lines,
    // It takes no time that somebody else could not have.
    property('TRANSP', 'TRANSPARENT'),
    'END:VEVENT',
  ]
}

interface When {
  uid: string
  lines: string[]
}

function dateOf({ id, due_at, deadline_on, estimate_max }: FeedTask): When | null {
  const uid = uidOf(id, '-event')
  const day = deadline_on
  if (due_at !== null) {
    const duration = property('DURATION', durationValue(Number(estimate_max ?? USUAL_MINUTES)))
    return { uid, lines: [property('DTSTART', utcValue(Number(due_at))), duration] }
  }
  return day === null ? null : { uid, lines: allDay(day) }
}

/** What repeats from its end has no dates yet but the next. */
function seriesOf(task: FeedTask): When | null {
  const settings = settingsOf(task)
  if (!settings || !task.series || settings.from !== 'due') return null
  const { series_id, start, excluded } = task.series
  const { rule, zone } = settings
  const isDay = start.length === 10
  const at: Record<string, string> = isDay ? { VALUE: 'DATE' } : { TZID: zone }
  const left = (JSON.parse(excluded) as string[]).map((wall) => wallValue(isDay ? wall.slice(0, 10) : wall))
  return {
    uid: uidOf(series_id, '-series'),
    lines: [
      ...(isDay
        ? allDay(start)
        : [
            property('DTSTART', wallValue(start), at),
            property('DURATION', durationValue(Number(task.estimate_max ?? USUAL_MINUTES))),
          ]),
      property('RRULE', rule.replace(/^RRULE:/i, '')),
      ...(left.length === 0 ? [] : [property('EXDATE', left.join(','), at)]),
    ],
  }
}

function allDay(day: string): string[] {
  return [
    property('DTSTART', wallValue(day), { VALUE: 'DATE' }),
    property('DTEND', wallValue(dayAfter(day)), { VALUE: 'DATE' }),
  ]
}
