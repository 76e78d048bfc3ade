import { findUser, isLastAdmin, toAdminUser } from '../admin/users.ts'
import { adminChanged, setAdmin } from '../../contract.ts'
import { command } from '../database.ts'
import { mustConfirm } from '../sessions/must-confirm.ts'

export default command(setAdmin, async ({ db, actor, changed, emit, fail, now }, { id, instanceAdmin }) => {
  if (await mustConfirm(db, actor, now())) return fail('reauthentication-required')
  const user = await findUser(db, id)
  if (!user) return fail('user-not-found')
  if (!instanceAdmin && (await isLastAdmin(db, id))) return fail('last-admin')

  const instance_admin = instanceAdmin ? 1 : 0
  await db.updateTable('identity_user').set({ instance_admin }).where('id', '=', id).execute()
  emit(adminChanged, { id, instanceAdmin }, { personId: id })
  changed({ id, instanceAdmin: user.instance_admin === 1 }, { id, instanceAdmin })
  return toAdminUser({ ...user, instance_admin })
})
