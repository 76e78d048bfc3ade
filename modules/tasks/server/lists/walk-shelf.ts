import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskStatus } from '../../contract.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import type { Shelf } from '../shelf.ts'
import { listOrders, type SortKey, type TaskSort } from './list-order.ts'

export interface Walk {
  shelf: Shelf
  status: TaskStatus | undefined
  projectId: string | undefined
  sort: TaskSort
  /** Where the last page ended. */
  after: SortKey | null
  limit: number
}

/** The next tasks of one shelf, read in the order of an index: nothing is sorted. */
export function walkShelf(
  db: ReadDatabase<TasksTables>,
  { shelf, status, projectId, sort, after, limit }: Walk,
): Promise<TaskRow[]> {
  const { columns, direction } = listOrders[sort]
  let select = db.selectFrom('tasks_task').selectAll().where('shelf', '=', shelf).limit(limit)
  if (projectId !== undefined) select = select.where('project_id', '=', projectId)
  if (status !== undefined) select = select.where('status', '=', status)
  if (after) select = select.where(rowBefore(columns, after, direction))
  for (const column of columns) select = select.orderBy(column, direction)
  return select.execute()
}
