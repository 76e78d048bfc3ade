import { eraseWorkspaceRecords } from '#kernel/erasure/contract.ts'
import { workspaceErased } from '../../contract.ts'
import { command } from '../database.ts'
import { eraseWorkspaceRows } from '../people/erase-workspace-rows.ts'
import { eraseWorkspace } from '../people/internal.ts'
import { RESTORABLE_MILLISECONDS } from '../people/workspaces.ts'

export default command(eraseWorkspace, async ({ db, emit, enqueue, now }) => {
  const due = await db
    .selectFrom('identity_workspace')
    .select(['id', 'deleted_at'])
    .where('deleted_at', '<=', now() - RESTORABLE_MILLISECONDS)
    .orderBy('deleted_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!due) return { id: null }

  const { id, deleted_at } = due
  await eraseWorkspaceRows(db, id)
  emit(workspaceErased, { id }, { workspaceId: id })
  await enqueue(eraseWorkspaceRecords, { workspaceId: id, deletedAt: deleted_at! }, { key: id })
  return { id }
})
