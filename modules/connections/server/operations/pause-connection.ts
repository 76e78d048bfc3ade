import { connectionChanged, pauseConnection } from '../../contract.ts'
import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { saveConnection } from '../save-connection.ts'
import { toConnection } from '../to-connection.ts'

export default command(pauseConnection, async ({ db, actor, emit, fail }, { id }) => {
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')
  if (row.state === 'paused') return toConnection(row)

  const saved = await saveConnection(db, row, { state: 'paused' })
  emit(connectionChanged, { id })
  return toConnection(saved)
})
