import { connectionChanged, resumeConnection } from '../../contract.ts'
import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { saveConnection } from '../save-connection.ts'
import { toConnection } from '../to-connection.ts'

/** What stood in the way before the pause is found out again by whoever signs in next. */
export default command(resumeConnection, async ({ db, actor, emit, fail }, { id }) => {
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')
  if (row.state !== 'paused') return toConnection(row)

  const saved = await saveConnection(db, row, { state: 'active', problem: null })
  emit(connectionChanged, { id })
  return toConnection(saved)
})
