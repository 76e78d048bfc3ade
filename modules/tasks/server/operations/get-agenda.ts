import { formatDay, type Day } from '#base/query/calendar.ts'
import { dayAt } from '#base/query/zoned-time.ts'
import { isZone, serverZone } from '#base/server-locale.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { getAgenda, type AgendaEntry, type Task } from '../../contract.ts'
import { entriesOf, MOST_COUNTED, stillOpenBefore, type Entry } from '../agenda/find-days.ts'
import { query, type TasksTables } from '../database.ts'
import { openFilter } from '../filter/open-filter.ts'
import { isProject } from '../find-project.ts'
import { toTask } from '../to-task.ts'

const DAY = 86_400_000

export default query(getAgenda, async (context, { zone, from, days: count, projectId, q, limit }) => {
  const { db, fail, now } = context
  const timeZone = zone ?? serverZone()
  if (!isZone(timeZone)) return fail('bad-zone')
  if (!(await isProject(db, projectId))) return fail('project-not-found')
  const opened = await openFilter(context, q, { projectId })
  if ('fault' in opened) return fail('bad-query', opened.fault)

  const first: Day = from === undefined ? dayAt(now(), timeZone) : Date.parse(from) / DAY
  const days = { from: first, until: first + count, zone: timeZone }
  const before = await stillOpenBefore(db, days, opened)
  const byDay = await entriesOf(db, days, opened)
  const each = Array.from({ length: count }, (_, n) => ({ day: first + n, entries: byDay.get(first + n) ?? [] }))
  const tasks = await tasksOf(
    db,
    [before, ...each.map(({ entries }) => entries)].flatMap((entries) => entries.slice(0, limit)),
  )
  const toPart = (entries: Entry[]) => ({
    items: entries.slice(0, limit).map(({ id, reason }): AgendaEntry => ({ reason, task: tasks.get(id)! })),
    count: Math.min(entries.length, MOST_COUNTED),
  })
  return {
    stillOpen: toPart(before),
    days: each.map(({ day, entries }) => ({ date: formatDay(day), ...toPart(entries) })),
  }
})

async function tasksOf(db: ReadDatabase<TasksTables>, entries: readonly Entry[]): Promise<ReadonlyMap<string, Task>> {
  const ids = [...new Set(entries.map(({ id }) => id))]
  const rows = await db.selectFrom('tasks_task').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, toTask(row)]))
}
