import { uuidv7 } from '#base/ids.ts'
import { ownerCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { ensureOwner } from '../internal.ts'

export default command(ensureOwner, async ({ db, emit, now }) => {
  const member = await db
    .selectFrom('identity_member')
    .select(['user_id', 'workspace_id'])
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .executeTakeFirst()
  if (member) return { userId: member.user_id, workspaceId: member.workspace_id }

  const created_at = now()
  const userId = uuidv7()
  const workspaceId = uuidv7()
  await db
    .insertInto('identity_user')
    .values({ id: userId, name: 'Owner', active: 1, instance_admin: 1, created_at })
    .execute()
  await db.insertInto('identity_workspace').values({ id: workspaceId, name: 'My workspace', created_at }).execute()
  await db
    .insertInto('identity_member')
    .values({ workspace_id: workspaceId, user_id: userId, role: 'owner', created_at })
    .execute()
  emit(ownerCreated, { id: userId })
  return { userId, workspaceId }
})
