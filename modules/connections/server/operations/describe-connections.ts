import { describeConnections } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'

export default query(describeConnections, async ({ db, actor }, { ids }) => {
  if (ids.length === 0) return { items: [] }
  const items = await db
    .selectFrom('connections_connection')
    .select(['id', 'address as title'])
    .where('owner_id', '=', ownerOf(actor))
    .where('id', 'in', ids)
    .execute()
  return { items }
})
