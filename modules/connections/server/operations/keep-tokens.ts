import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { keepTokens } from '../internal.ts'
import { keepGiven } from '../vault/given-secrets.ts'

export default command(keepTokens, async ({ db, actor, sealer, fail, now }, { id, holder, ...tokens }) => {
  // An account that was removed meanwhile gets no secrets back.
  if (!(await findConnection(db, actor, id))) return fail('connection-not-found')
  await keepGiven(db, sealer, { connectionId: id, workspaceId: actor.workspaceId }, tokens, now())
  await db.deleteFrom('connections_lease').where('connection_id', '=', id).where('holder', '=', holder).execute()
  return {}
})
