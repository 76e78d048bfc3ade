import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { createWorkspace, workspaceCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { addMember } from '../people/members.ts'
import { findWorkspace, toWorkspace } from '../people/workspaces.ts'

const MOST_OWNED = 100

export default command(createWorkspace, async ({ db, actor, emit, fail, now }, { name }) => {
  const userId = personOf(actor)
  const owned = await db
    .selectFrom('identity_member')
    .select('workspace_id')
    .where('user_id', '=', userId)
    .where('role', '=', 'owner')
    .limit(MOST_OWNED)
    .execute()
  if (owned.length >= MOST_OWNED) return fail('too-many-workspaces')

  const id = uuidv7()
  await db.insertInto('identity_workspace').values({ id, name, created_at: now() }).execute()
  await addMember(db, { workspaceId: id, userId, role: 'owner', now: now() })
  emit(workspaceCreated, { id }, { workspaceId: id })
  return toWorkspace((await findWorkspace(db, userId, id))!, actor.workspaceId)
})
