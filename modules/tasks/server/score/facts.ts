import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'

/** The columns that a score looks at. */
export const SCORED = [
  'id',
  'status',
  'priority',
  'start_on',
  'due_at',
  'deadline_on',
  'estimate_min',
  'estimate_max',
  'energy',
  'blocked',
  'created_at',
] as const

/** What a score knows of a task. */
export type ScoreFacts = Pick<TaskRow, (typeof SCORED)[number]> & {
  /** How many open tasks wait for it. */
  holdsUp: number
}

/** How many open tasks wait for each of these; for all when none is named. */
export async function countHeldUp(
  db: ReadDatabase<TasksTables>,
  ids: readonly string[] | null,
): Promise<Map<string, number>> {
  let select = db
    .selectFrom('tasks_dependency as d')
    .innerJoin('tasks_task as t', 't.id', 'd.task_id')
    .select(['d.on_id'])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('t.shelf', '=', 'open')
    .groupBy('d.on_id')
  if (ids) select = select.where('d.on_id', 'in', ids)
  return new Map((await select.execute()).map(({ on_id, n }) => [on_id, Number(n)]))
}
