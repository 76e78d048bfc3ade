import { listTaskLabels } from '../../contract.ts'
import { query } from '../database.ts'

export default query(
  listTaskLabels,
  async ({ db }) => ({
    items: await db.selectFrom('tasks_label').select(['id', 'name', 'color']).orderBy('folded').execute(),
  }),
  { single: true },
)
