import { formatDay, type Day } from '#base/query/calendar.ts'
import { dayAt, instantOf } from '#base/query/zoned-time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { AgendaReason } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { OpenFilter } from '../filter/open-filter.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'

/** What stands at a day, before it is read: which task and why. */
export interface Entry {
  id: string
  reason: AgendaReason
  /** By this the entries of a day are ordered: what has a time comes by it, then what ends, then what begins. */
  order: number
}

/** So many tasks of a kind are counted. */
export const MOST_COUNTED = 500

type Narrowing = Pick<OpenFilter, 'projectId' | 'status' | 'filter'>

/** Open tasks of a day, in their order; a task that is due and ends that day stands there once. */
export async function entriesOf(
  db: ReadDatabase<TasksTables>,
  day: Day,
  zone: string,
  narrowing: Narrowing,
): Promise<Entry[]> {
  const date = formatDay(day)
  const [from, until] = [instantOf(day, 0, zone), instantOf(day + 1, 0, zone)]
  return merged([
    ...(await dueBetween(db, from, until, narrowing)),
    ...(await onDays(db, 'deadline', (eb) => eb('deadline_on', '=', date), narrowing)),
    ...(await onDays(db, 'start', (eb) => eb('start_on', '=', date), narrowing)),
  ])
}

/** Open tasks that were due, or to be ended, before a day; the latest of them first. */
export async function stillOpenBefore(
  db: ReadDatabase<TasksTables>,
  day: Day,
  zone: string,
  narrowing: Narrowing,
): Promise<Entry[]> {
  const due = await dueBetween(db, 0, instantOf(day, 0, zone), narrowing, 'desc')
  const ended = await onDays(db, 'deadline', (eb) => eb('deadline_on', '<', formatDay(day)), narrowing)
  return merged([...due, ...ended]).sort((a, b) => b.order - a.order)
}

/** The day it is now. */
export const today = (now: number, zone: string): Day => dayAt(now, zone)

function merged(entries: Entry[]): Entry[] {
  const known = new Map<string, Entry>()
  for (const entry of entries) if (!known.has(entry.id)) known.set(entry.id, entry)
  return [...known.values()]
}

async function dueBetween(
  db: ReadDatabase<TasksTables>,
  from: number,
  until: number,
  narrowing: Narrowing,
  direction: 'asc' | 'desc' = 'asc',
): Promise<Entry[]> {
  const rows = await open(db, narrowing)
    .select(['id', 'due_order'])
    .where('due_order', '>=', from)
    .where('due_order', '<', until)
    .orderBy('due_order', direction)
    .orderBy('id', direction)
    .limit(MOST_COUNTED)
    .execute()
  return rows.map(({ id, due_order }) => ({ id, reason: 'due', order: due_order }))
}

async function onDays(
  db: ReadDatabase<TasksTables>,
  reason: 'deadline' | 'start',
  when: (eb: Builder) => Condition,
  narrowing: Narrowing,
): Promise<Entry[]> {
  const column = reason === 'deadline' ? 'deadline_on' : 'start_on'
  const rows = await open(db, narrowing)
    .select(['id', column])
    .where((eb) => when(eb))
    .orderBy(column, 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_COUNTED)
    .execute()
  return rows.map((row) => ({ id: row.id, reason, order: Date.parse(row[column as 'start_on']!) }))
}

function open(db: ReadDatabase<TasksTables>, { projectId, status, filter }: Narrowing) {
  let select = db.selectFrom('tasks_task').where('shelf', '=', 'open')
  if (projectId !== undefined) select = select.where('project_id', '=', projectId)
  if (status !== undefined) select = select.where('status', '=', status)
  return filter ? select.where((eb) => filter(eb)) : select
}
