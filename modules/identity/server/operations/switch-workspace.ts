import { personOf } from '#kernel/actor.ts'
import { switchWorkspace } from '../../contract.ts'
import { command } from '../database.ts'
import { readMe } from '../read-me.ts'

export default command(switchWorkspace, async ({ db, actor, fail }, { id }) => {
  const me = await readMe(db, personOf(actor), id, actor.sessionId)
  if (!me) return fail('workspace-not-found')

  const moved = await db
    .updateTable('identity_session')
    .set({ workspace_id: id })
    .where('id', '=', actor.sessionId ?? '')
    // The access tokens of a client name the workspace that they are of.
    .where('kind', '=', 'web')
    .returning('id')
    .executeTakeFirst()
  if (!moved) return fail('no-session')
  return me
})
