import { personOf } from '#kernel/actor.ts'
import { renameWorkspace, workspaceRenamed } from '../../contract.ts'
import { command } from '../database.ts'
import { findWorkspace, toWorkspace } from '../people/workspaces.ts'

export default command(renameWorkspace, async ({ db, actor, changed, emit, fail }, { name }) => {
  const id = actor.workspaceId
  const workspace = await findWorkspace(db, personOf(actor), id)
  if (!workspace) return fail('workspace-not-found')

  const before = toWorkspace(workspace, id)
  await db.updateTable('identity_workspace').set({ name }).where('id', '=', id).execute()
  emit(workspaceRenamed, { id })
  const after = { ...before, name }
  changed(before, after)
  return after
})
