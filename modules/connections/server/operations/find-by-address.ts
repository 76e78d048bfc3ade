import { query } from '../database.ts'
import { findByAddress } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { toConnection } from '../to-connection.ts'

export default query(findByAddress, async ({ db, actor }, { address }) => {
  const row = await db
    .selectFrom('connections_connection')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('address_key', '=', address.toLowerCase())
    .executeTakeFirst()
  return { connection: row ? toConnection(row) : null }
})
