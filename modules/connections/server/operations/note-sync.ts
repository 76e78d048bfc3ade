import { connectionChanged, consentLost, noteSync, type ConnectionState } from '../../contract.ts'
import { command, type ConnectionRow } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { saveConnection } from '../save-connection.ts'

export default command(noteSync, async ({ db, actor, emit, fail }, { id, state, problem, at }) => {
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')
  const next = nextState(row, state)
  const text = problem === undefined ? row.problem : problem && JSON.stringify(problem)

  const changed = next !== row.state || text !== row.problem
  if (changed) {
    await saveConnection(db, row, { state: next, problem: text, ...(at !== undefined && { last_sync_at: at }) })
    emit(connectionChanged, { id })
    if (next === 'needs-consent' && row.state !== next) emit(consentLost, { id })
  } else if (at !== undefined) {
    // No new revision: nobody's change of the account is in the way of a sync.
    await db.updateTable('connections_connection').set({ last_sync_at: at }).where('id', '=', id).execute()
  }
  return { changed }
})

/** Only its owner ends a pause; an account that needs its owner is well again once a sync has worked. */
function nextState({ state }: ConnectionRow, told: ConnectionState | undefined): ConnectionState {
  if (told === undefined || state === 'paused') return state
  return state === 'needs-consent' && told !== 'active' ? state : told
}
