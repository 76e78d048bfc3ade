import { formatDay } from '#base/query/calendar.ts'
import { isZone, serverZone } from '#base/server-locale.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { getAgenda, type AgendaEntry } from '../../contract.ts'
import { entriesOf, MOST_COUNTED, stillOpenBefore, today, type Entry } from '../agenda/find-days.ts'
import { query, type TasksTables } from '../database.ts'
import { openFilter } from '../filter/open-filter.ts'
import { toTask } from '../to-task.ts'

const DAY = 86_400_000

export default query(getAgenda, async (context, { zone, from, days, projectId, q, limit }) => {
  const { db, fail, now } = context
  const timeZone = zone ?? serverZone()
  if (!isZone(timeZone)) return fail('bad-zone')
  const opened = await openFilter(context, q, { projectId })
  if ('fault' in opened) return fail('bad-query', opened.fault)

  const first = from === undefined ? today(now(), timeZone) : Date.parse(from) / DAY
  const before = await stillOpenBefore(db, first, timeZone, opened)
  const parts = []
  for (let day = first; day < first + days; day++)
    parts.push({ date: formatDay(day), entries: await entriesOf(db, day, timeZone, opened) })
  return {
    stillOpen: await toPart(db, before, limit),
    days: await Promise.all(parts.map(async ({ date, entries }) => ({ date, ...(await toPart(db, entries, limit)) }))),
  }
})

async function toPart(
  db: ReadDatabase<TasksTables>,
  entries: readonly Entry[],
  limit: number,
): Promise<{ items: AgendaEntry[]; count: number }> {
  const shown = entries.slice(0, limit)
  const rows = await db
    .selectFrom('tasks_task')
    .selectAll()
    .where(
      'id',
      'in',
      shown.map(({ id }) => id),
    )
    .execute()
  const tasks = new Map(rows.map((row) => [row.id, toTask(row)]))
  return {
    items: shown.map(({ id, reason }) => ({ reason, task: tasks.get(id)! })),
    count: Math.min(entries.length, MOST_COUNTED),
  }
}
