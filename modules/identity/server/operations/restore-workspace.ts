import { personOf } from '#kernel/actor.ts'
import { restoreWorkspace, workspaceRestored } from '../../contract.ts'
import { command } from '../database.ts'
import { findWorkspace, selectDeleted, toWorkspace } from '../people/workspaces.ts'

export default command(restoreWorkspace, async ({ db, actor, emit, fail, now }, { id }) => {
  const userId = personOf(actor)
  const deleted = await selectDeleted(db, userId, now()).where('w.id', '=', id).executeTakeFirst()
  if (!deleted) return fail((await findWorkspace(db, userId, id)) ? 'not-deleted' : 'workspace-not-found')

  await db.updateTable('identity_workspace').set({ deleted_at: null }).where('id', '=', id).execute()
  const members = await db
    .deleteFrom('identity_former_member')
    .where('workspace_id', '=', id)
    .where('left_at', '=', deleted.deleted_at!)
    .returning(['workspace_id', 'user_id', 'role', 'created_at'])
    .execute()
  await db.insertInto('identity_member').values(members).execute()
  emit(workspaceRestored, { id }, { workspaceId: id })
  return toWorkspace((await findWorkspace(db, userId, id))!, actor.workspaceId)
})
