import { listConnections } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toConnection } from '../to-connection.ts'

/** More accounts than anybody has. */
const MOST = 100

export default query(
  listConnections,
  async ({ db, actor }) => {
    const rows = await db
      .selectFrom('connections_connection')
      .selectAll()
      .where('owner_id', '=', ownerOf(actor))
      .orderBy('id')
      .limit(MOST)
      .execute()
    return { items: rows.map(toConnection) }
  },
  { single: true },
)
