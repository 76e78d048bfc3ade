import { command } from '../database.ts'
import { endRevocation } from '../internal.ts'

export default command(endRevocation, async ({ db, actor }, { id }) => {
  await db
    .deleteFrom('connections_revocation')
    .where('id', '=', id)
    .where('workspace_id', '=', actor.workspaceId)
    .execute()
  return {}
})
