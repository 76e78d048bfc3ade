import { connectionChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { restAccounts } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { saveConnection } from '../save-connection.ts'

export default command(restAccounts, async ({ db, actor, emit }) => {
  const rows = await db
    .selectFrom('connections_connection')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('state', '!=', 'paused')
    .execute()
  for (const row of rows) {
    await saveConnection(db, row, { state: 'paused' })
    emit(connectionChanged, { id: row.id })
  }
  return { paused: rows.length }
})
