import { connectionChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { keepLogin } from '../internal.ts'
import { saveConnection } from '../save-connection.ts'
import { toConnection } from '../to-connection.ts'
import { keepGiven } from '../vault/given-secrets.ts'

export default command(keepLogin, async ({ db, actor, sealer, emit, fail, now }, input) => {
  const { id, imap, smtp, name, picture, scopes } = input
  const row = await findConnection(db, actor, id)
  if (!row) return fail('connection-not-found')

  await keepGiven(db, sealer, { connectionId: id, workspaceId: actor.workspaceId }, input, now())
  const saved = await saveConnection(db, row, {
    state: row.state === 'paused' ? 'paused' : 'active',
    problem: null,
    ...(imap !== undefined && { imap: imap && JSON.stringify(imap) }),
    ...(smtp !== undefined && { smtp: smtp && JSON.stringify(smtp) }),
    ...(name !== undefined && { name }),
    ...(picture !== undefined && { picture }),
    ...(scopes !== undefined && { scopes: JSON.stringify(scopes) }),
  })
  emit(connectionChanged, { id })
  return toConnection(saved)
})
