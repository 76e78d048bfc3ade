import { personOf } from '#kernel/actor.ts'
import { deleteWorkspace, workspaceDeleted } from '../../contract.ts'
import { command } from '../database.ts'
import { removeMember } from '../people/members.ts'
import { moveSession } from '../people/move-session.ts'
import { mustConfirm } from '../sessions/must-confirm.ts'
import { selectDeleted, selectWorkspaces, toWorkspace } from '../people/workspaces.ts'

export default command(deleteWorkspace, async ({ db, actor, emit, fail, now }, { name }) => {
  if (await mustConfirm(db, actor, now())) return fail('reauthentication-required')
  const userId = personOf(actor)
  const id = actor.workspaceId
  const mine = await selectWorkspaces(db, userId).execute()
  const workspace = mine.find((each) => each.id === id)
  if (!workspace) return fail('workspace-not-found')
  if (workspace.role !== 'owner') return fail('not-allowed')
  if (workspace.name !== name) return fail('name-differs')
  if (mine.length < 2) return fail('only-workspace')

  // Without members nobody comes in, by whatever session or token; those who come back find theirs as they were.
  const members = await db.selectFrom('identity_member').select('user_id').where('workspace_id', '=', id).execute()
  for (const { user_id } of members) await removeMember(db, { workspaceId: id, userId: user_id, now: now() })
  await db.updateTable('identity_workspace').set({ deleted_at: now() }).where('id', '=', id).execute()
  const place = await moveSession(db, userId, actor.sessionId)
  emit(workspaceDeleted, { id })

  const deleted = await selectDeleted(db, userId, now()).where('w.id', '=', id).executeTakeFirst()
  return toWorkspace(deleted!, place ?? '')
})
