import { toVtodoStatus } from '../vtodo-status.ts'
import { property, textValue } from './content-lines.ts'
import type { FeedTask } from './feed-task.ts'
import { utcValue, wallValue } from './time-values.ts'

/** Letters of notes that a calendar is given. */
const NOTES = 4000

/** What Daybook's 0 to 3 are among the priorities of calendars, where 1 is the highest (RFC 5545, 3.8.1.9). */
const PRIORITIES = [0, 9, 5, 1]

/** A name of a record that stays the same however often it is read. */
export const uidOf = (id: string, kind = ''): string => `${id}${kind}@daybook`

/** What a task says of itself, as a to-do or as an event. */
export function sharedLines(task: FeedTask): string[] {
  const labels = JSON.parse(task.labels) as string[]
  return [
    // When it was said, not when it was asked for: what did not change reads the same.
    property('DTSTAMP', utcValue(Number(task.updated_at))),
    property('CREATED', utcValue(Number(task.created_at))),
    property('LAST-MODIFIED', utcValue(Number(task.updated_at))),
    property('SEQUENCE', String(Number(task.rev) - 1)),
    property('SUMMARY', textValue(task.title)),
    ...(task.notes === '' ? [] : [property('DESCRIPTION', textValue(task.notes.slice(0, NOTES)))]),
    ...(labels.length === 0 ? [] : [property('CATEGORIES', labels.map(textValue).join(','))]),
  ]
}

/** A task as a VTODO (RFC 5545, 3.6.2). */
export function toTodo(task: FeedTask): string[] {
  const { due_at, deadline_on, start_on, completed_at, parent_id, status } = task
  // The two dates of a to-do are of one type.
  const starts = start_on !== null && due_at === null && (deadline_on === null || start_on < deadline_on)
  return [
    'BEGIN:VTODO',
    property('UID', uidOf(task.id)),
    ...sharedLines(task),
    property('STATUS', toVtodoStatus(status)),
    property('PRIORITY', String(PRIORITIES[Number(task.priority)] ?? 0)),
    ...(starts ? [property('DTSTART', wallValue(start_on), { VALUE: 'DATE' })] : []),
    ...(due_at !== null ? [property('DUE', utcValue(Number(due_at)))] : []),
    ...(due_at === null && deadline_on !== null ? [property('DUE', wallValue(deadline_on), { VALUE: 'DATE' })] : []),
    ...(completed_at !== null && status === 'done'
      ? [property('COMPLETED', utcValue(Number(completed_at))), property('PERCENT-COMPLETE', '100')]
      : []),
    ...(parent_id === null ? [] : [property('RELATED-TO', uidOf(parent_id), { RELTYPE: 'PARENT' })]),
    'END:VTODO',
  ]
}
