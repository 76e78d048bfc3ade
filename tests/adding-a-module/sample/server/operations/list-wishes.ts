import { listWishes } from '../../contract.ts'
import { query } from '../database.ts'

export default query(listWishes, async ({ db }) => {
  const items = await db.selectFrom('sample_wish').select(['id', 'text']).orderBy('id', 'desc').limit(50).execute()
  return { items }
})
