import { connectionChanged, updateConnection } from '../../contract.ts'
import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { saveConnection } from '../save-connection.ts'
import { toConnection } from '../to-connection.ts'
import { windowColumns } from '../window-columns.ts'

export default command(updateConnection, async ({ db, actor, emit, fail }, { id, rev, name, ...window }) => {
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')
  if (rev !== undefined && rev !== row.rev)
    return fail('stale-revision', { detail: `The account has changed in the meantime: it is at revision ${row.rev}` })

  const saved = await saveConnection(db, row, { ...(name !== undefined && { name }), ...windowColumns(window) })
  emit(connectionChanged, { id })
  return toConnection(saved)
})
