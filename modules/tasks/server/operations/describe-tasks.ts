import { describeTasks } from '../../contract.ts'
import { query } from '../database.ts'

export default query(describeTasks, async ({ db }, { ids }) => {
  const rows = await db
    .selectFrom('tasks_task')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute()
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return { items: [...new Set(ids)].filter((id) => titles.has(id)).map((id) => ({ id, title: titles.get(id)! })) }
})
