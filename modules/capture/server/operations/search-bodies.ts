import { captureSearchBodies } from '../../contract.ts'
import { query } from '../database.ts'

export default query(captureSearchBodies, async ({ db }, { ids }) => ({
  items: await db.selectFrom('capture_capture').select(['id', 'text as body']).where('id', 'in', ids).execute(),
}))
