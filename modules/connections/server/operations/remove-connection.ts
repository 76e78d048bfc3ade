import { connectionRemoved, removeConnection } from '../../contract.ts'
import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { removeRow } from '../remove-row.ts'

export default command(removeConnection, async ({ db, actor, emit, fail }, { id }) => {
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')
  await removeRow(db, id)
  emit(connectionRemoved, { id })
  return {}
})
