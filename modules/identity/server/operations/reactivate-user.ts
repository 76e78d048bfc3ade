import { findUser, toAdminUser } from '../admin/users.ts'
import { reactivateUser, userReactivated } from '../../contract.ts'
import { command } from '../database.ts'

export default command(reactivateUser, async ({ db, changed, emit, fail }, { id }) => {
  const user = await findUser(db, id)
  if (!user) return fail('user-not-found')

  await db.updateTable('identity_user').set({ active: 1 }).where('id', '=', id).execute()
  emit(userReactivated, { id }, { personId: id })
  changed({ id, active: user.active === 1 }, { id, active: true })
  return toAdminUser({ ...user, active: 1 })
})
