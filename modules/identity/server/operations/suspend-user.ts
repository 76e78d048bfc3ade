import { personOf } from '#kernel/actor.ts'
import { findUser, isLastAdmin, toAdminUser, workspacesOf } from '../admin/users.ts'
import { suspendUser, userSuspended } from '../../contract.ts'
import { command } from '../database.ts'
import { endSessions } from '../people/end-access.ts'

export default command(suspendUser, async ({ db, actor, changed, emit, fail }, { id }) => {
  const user = await findUser(db, id)
  if (!user) return fail('user-not-found')
  if (id === personOf(actor)) return fail('not-yourself')
  if (await isLastAdmin(db, id)) return fail('last-admin')

  await db.updateTable('identity_user').set({ active: 0 }).where('id', '=', id).execute()
  await endSessions(db, id)
  emit(userSuspended, { id }, { personId: id })
  for (const workspaceId of await workspacesOf(db, id)) {
    if (workspaceId !== actor.workspaceId) emit(userSuspended, { id }, { personId: id, workspaceId })
  }
  changed({ id, active: user.active === 1 }, { id, active: false })
  return toAdminUser({ ...user, active: 0, last_seen_at: null })
})
