import { Failure } from '#kernel/failure.ts'
import { toPage } from '#kernel/lists/page.ts'
import { listTasks } from '../../contract.ts'
import { query } from '../database.ts'
import { keyOf, readListCursor } from '../lists/list-order.ts'
import { mergeWalks } from '../lists/merge-walks.ts'
import { shelvesOf } from '../lists/shelves-of.ts'
import { walkShelf } from '../lists/walk-shelf.ts'
import { toTask } from '../to-task.ts'

export default query(listTasks, async ({ db }, { cursor, limit, view, status, projectId, sort }) => {
  const after = readListCursor(cursor, sort)
  if (after instanceof Failure) return after

  const walks = []
  for (const shelf of shelvesOf(view, status)) {
    walks.push(await walkShelf(db, { shelf, status, projectId, sort, after, limit: limit + 1 }))
  }
  return toPage(mergeWalks(walks, sort), limit, toTask, (row) => [sort, ...keyOf(row, sort)])
})
