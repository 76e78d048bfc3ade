import { listOutlines } from '../../contract.ts'
import { query } from '../database.ts'
import { isOpen } from '../status.ts'

export default query(listOutlines, async ({ db }, { ids }) => {
  if (ids.length === 0) return { items: [] }
  const rows = await db
    .selectFrom('tasks_task')
    .select(['id', 'title', 'labels', 'status'])
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute()
  return {
    items: rows.map(({ id, title, labels, status }) => ({
      id,
      title,
      labels: JSON.parse(labels) as string[],
      closed: !isOpen(status),
    })),
  }
})
