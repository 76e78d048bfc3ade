import { getTaskTree } from '../../contract.ts'
import { query } from '../database.ts'
import { findTask } from '../find-task.ts'
import { toTask } from '../to-task.ts'
import { descendantsOf, type SlimRow } from '../tree/descendants.ts'
import { childrenOf, sumsOf } from '../tree/sums.ts'

export default query(getTaskTree, async ({ db, fail }, { id, depth, limit }) => {
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  const below = (await descendantsOf(db, id)).filter((row) => row.deleted_at === null)
  const sums = sumsOf([task, ...below])
  const listed = inOrder(task, childrenOf(below), depth)
  const page = listed.slice(0, limit)

  const rows = await db
    .selectFrom('tasks_task')
    .selectAll()
    .where(
      'id',
      'in',
      page.map((node) => node.row.id),
    )
    .execute()
  const tasks = new Map(rows.map((row) => [row.id, toTask(row)]))
  return {
    items: page.map((node) => ({ task: tasks.get(node.row.id)!, depth: node.depth, ...sums.get(node.row.id)! })),
    more: listed.length > limit,
  }
})

/** Depth first: a parent, then all below it, then its next sibling. */
function inOrder(
  row: SlimRow,
  children: ReadonlyMap<string, SlimRow[]>,
  deepest: number,
  depth = 0,
): { row: SlimRow; depth: number }[] {
  const below = depth < deepest ? (children.get(row.id) ?? []) : []
  return [{ row, depth }, ...below.flatMap((child) => inOrder(child, children, deepest, depth + 1))]
}
