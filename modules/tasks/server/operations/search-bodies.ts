import { taskSearchBodies } from '../../contract.ts'
import { query } from '../database.ts'

export default query(taskSearchBodies, async ({ db }, { ids }) => ({
  items: await db.selectFrom('tasks_task').select(['id', 'notes as body']).where('id', 'in', ids).execute(),
}))
