import { formatDay, type Day } from '#base/query/calendar.ts'
import { instantOf } from '#base/query/zoned-time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { AgendaReason } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { OpenFilter } from '../filter/open-filter.ts'

/** What stands at a day, before it is read: which task and why. */
export interface Entry {
  id: string
  reason: AgendaReason
  day: Day
  /** Entries of a day are ordered by it: what has a time comes by it, then what ends, then what begins. */
  order: number
}

/** So many tasks are counted, of a day as of what is still open. */
export const MOST_COUNTED = 200

type Narrowing = Pick<OpenFilter, 'projectId' | 'status' | 'filter'>

/** Some days as a person's clock has them; `until` is the first that is not meant. */
interface Days {
  from: Day
  until: Day
  zone: string
}

/** Open tasks of some days, by day in their order; a task stands once at a day. */
export async function entriesOf(
  db: ReadDatabase<TasksTables>,
  days: Days,
  narrowing: Narrowing,
): Promise<ReadonlyMap<Day, Entry[]>> {
  const most = MOST_COUNTED * (days.until - days.from)
  const due: Entry[] = []
  // Day by day: one that has very many leaves room for the others.
  for (let day = days.from; day < days.until; day++)
    due.push(...(await dueWithin(db, { ...days, from: day, until: day + 1 }, narrowing, 'asc', MOST_COUNTED)))
  const deadlines = await onDays(db, 'deadline', days, narrowing, most)
  const starts = await onDays(db, 'start', days, narrowing, most)
  return Map.groupBy(onceADay([...due, ...deadlines, ...starts]), ({ day }) => day)
}

/** Open tasks that were due, or to be ended, before a day; the latest of them first. */
export async function stillOpenBefore(
  db: ReadDatabase<TasksTables>,
  { from, zone }: Days,
  narrowing: Narrowing,
): Promise<Entry[]> {
  const before = { from: 0, until: from, zone }
  const due = await dueWithin(db, before, narrowing, 'desc', MOST_COUNTED)
  const ended = await onDays(db, 'deadline', before, narrowing, MOST_COUNTED)
  const known = new Map<string, Entry>()
  for (const entry of [...due, ...ended]) if (!known.has(entry.id)) known.set(entry.id, entry)
  return [...known.values()].sort((a, b) => b.order - a.order)
}

function onceADay(entries: Entry[]): Entry[] {
  const known = new Map<string, Entry>()
  for (const entry of entries) {
    const key = `${entry.day} ${entry.id}`
    if (!known.has(key)) known.set(key, entry)
  }
  return [...known.values()]
}

async function dueWithin(
  db: ReadDatabase<TasksTables>,
  { from, until, zone }: Days,
  narrowing: Narrowing,
  direction: 'asc' | 'desc',
  most: number,
): Promise<Entry[]> {
  const rows = await open(db, narrowing)
    .select(['id', 'due_order'])
    .where('due_order', '>=', instantOf(from, 0, zone))
    .where('due_order', '<', instantOf(until, 0, zone))
    .orderBy('due_order', direction)
    .orderBy('id', direction)
    .limit(most)
    .execute()
  return rows.map(({ id, due_order }) => ({ id, reason: 'due', day: from, order: due_order }))
}

async function onDays(
  db: ReadDatabase<TasksTables>,
  reason: 'deadline' | 'start',
  { from, until }: Days,
  narrowing: Narrowing,
  most: number,
): Promise<Entry[]> {
  const column = reason === 'deadline' ? 'deadline_on' : 'start_on'
  const rows = await open(db, narrowing)
    .select((eb) => ['id', eb.ref(column).$notNull().as('date')])
    .where(column, '>=', formatDay(from))
    .where(column, '<', formatDay(until))
    .orderBy(column, 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, date }) => ({ id, reason, day: Date.parse(date) / DAY, order: Date.parse(date) }))
}

const DAY = 86_400_000

function open(db: ReadDatabase<TasksTables>, { projectId, status, filter }: Narrowing) {
  let select = db.selectFrom('tasks_task').where('shelf', '=', 'open')
  if (projectId !== undefined) select = select.where('project_id', '=', projectId)
  if (status !== undefined) select = select.where('status', '=', status)
  return filter ? select.where((eb) => filter(eb)) : select
}
