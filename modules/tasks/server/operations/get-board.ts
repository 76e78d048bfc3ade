import { toPage } from '#kernel/lists/page.ts'
import { getBoard, wipLimits } from '../../contract.ts'
import { readColumn } from '../board/read-column.ts'
import { query } from '../database.ts'
import { openFilter } from '../filter/open-filter.ts'
import { isProject } from '../find-project.ts'
import { isLong } from '../lists/is-long.ts'
import { keyOf, nameOf } from '../lists/list-order.ts'
import { toTask } from '../to-task.ts'

const COLUMNS = ['inbox', 'next', 'doing', 'waiting', 'done'] as const

export default query(getBoard, async (context, { projectId, q, limit }) => {
  const { db, fail, onThread, setting } = context
  if (!(await isProject(db, projectId))) return fail('project-not-found')
  const opened = await openFilter(context, q, { projectId })
  if ('fault' in opened) return fail('bad-query', opened.fault)
  if (opened.filter && (await isLong(db, ['open']))) onThread()
  const limits = await setting(wipLimits)

  const order = { sort: 'priority', reversed: false } as const
  const columns = []
  for (const status of COLUMNS) {
    // A filter by status leaves one column; the others are there to move to.
    const none = opened.status !== undefined && opened.status !== status
    const { rows, count, more } = none ? NOTHING : await readColumn(db, status, opened, limit)
    const { items, next } = toPage(rows, limit, toTask, (row) => [nameOf(order), ...keyOf(row, order)])
    columns.push({ status, count, more, wipLimit: status === 'done' ? null : limits[status], items, next })
  }
  return { columns }
})

const NOTHING = { rows: [], count: 0, more: false }
