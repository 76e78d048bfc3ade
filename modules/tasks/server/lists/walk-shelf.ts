import { rowBefore } from '#kernel/database/raw.ts'
import { prepared, slot } from '#kernel/database/prepared.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskStatus } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import type { Shelf } from '../shelf.ts'
import { columnsOf, directionOf, nameOf, type ListOrder, type SortKey } from './list-order.ts'
import { SHOWN, type ShownRow } from '../to-task.ts'

export interface Walk {
  shelf: Shelf
  status: TaskStatus | undefined
  projectId: string | undefined
  order: ListOrder
  /** What else must hold, task by task. */
  filter: ((eb: Builder) => Condition) | null
  /** Where the last page ended. */
  after: SortKey | null
  limit: number
}

/** The next tasks of one shelf, read in the order of an index: nothing is sorted. */
export function walkShelf(db: ReadDatabase<TasksTables>, walk: Walk): Promise<ShownRow[]> {
  const { shelf, status = null, projectId = null, order, after, limit } = walk
  const shape = `walk ${nameOf(order)} ${projectId !== null} ${status !== null} ${after !== null} ${limit}`
  const place = Object.fromEntries((after ?? []).map((value, index) => [`after${index}`, value]))
  const values = { shelf, status, projectId, ...place }
  return prepared<ShownRow>(db, walk.filter ? null : shape, () => buildWalk(db, walk), values)
}

function buildWalk(db: ReadDatabase<TasksTables>, { status, projectId, order, filter, after, limit }: Walk) {
  const columns = columnsOf(order)
  const direction = directionOf(order)
  let select = db.selectFrom('tasks_task').select(SHOWN).where('shelf', '=', slot('shelf')).limit(limit)
  if (projectId !== undefined) select = select.where('project_id', '=', slot('projectId'))
  if (status !== undefined) select = select.where('status', '=', slot('status'))
  if (filter) select = select.where((eb) => filter(eb))
  if (after)
    select = select.where(
      rowBefore(
        columns,
        columns.map((_, index) => slot(`after${index}`)),
        direction,
      ),
    )
  for (const column of columns) select = select.orderBy(column, direction)
  return select
}
