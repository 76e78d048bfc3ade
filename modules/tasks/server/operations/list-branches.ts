import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listBranches } from '../../contract.ts'
import { query, type TaskRow, type TasksTables } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { toTask } from '../to-task.ts'
import { countChildren } from '../tree/count-children.ts'

export default query(listBranches, async ({ db, fail }, { cursor, limit, parentId }) => {
  const after = readCursor(cursor, parentId === undefined ? ['string'] : ['number', 'string'])
  if (after instanceof Failure) return after
  if (parentId !== undefined && !(await findChangeable(db, parentId))) return fail('task-not-found')

  const rows = await (parentId === undefined ? topsAfter(db, after, limit) : childrenAfter(db, parentId, after, limit))
  const counts = await countChildren(
    db,
    rows.map(({ id }) => id),
  )
  return toPage(
    rows,
    limit,
    (row) => ({ task: toTask(row), ...(counts.get(row.id) ?? { children: 0, done: 0 }) }),
    ({ position, id }) => (parentId === undefined ? [id] : [position, id]),
  )
})

type Place = (string | number)[] | null

/** Open tasks that stand under none and have some below them, or are made to have some. */
function topsAfter(db: ReadDatabase<TasksTables>, after: Place, limit: number): Promise<TaskRow[]> {
  let select = db
    .selectFrom('tasks_task')
    .selectAll()
    .where('shelf', '=', 'open')
    .where('parent_id', 'is', null)
    .where((eb) =>
      eb(
        'tasks_task.id',
        'in',
        eb
          .selectFrom('tasks_task as child')
          .select((child) => child.ref('child.parent_id').$notNull().as('parent_id'))
          .where('child.parent_id', 'is not', null),
      ),
    )
  if (after) select = select.where('id', '<', String(after[0]))
  return select
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

function childrenAfter(db: ReadDatabase<TasksTables>, id: string, after: Place, limit: number): Promise<TaskRow[]> {
  let select = db.selectFrom('tasks_task').selectAll().where('parent_id', '=', id).where('deleted_at', 'is', null)
  if (after) select = select.where(rowBefore(['position', 'id'], after, 'asc'))
  return select
    .orderBy('position')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}
