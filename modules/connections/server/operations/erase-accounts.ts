import { command } from '../database.ts'
import { eraseAccounts } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { takeAway } from '../take-away.ts'

export default command(eraseAccounts, async (context, { everybody, limit }) => {
  const { db, actor } = context
  const all = db.selectFrom('connections_connection').selectAll().orderBy('id').limit(limit)
  const rows = await (everybody ? all : all.where('owner_id', '=', ownerOf(actor))).execute()
  for (const row of rows) await takeAway(context, row)
  return { erased: rows.length }
})
