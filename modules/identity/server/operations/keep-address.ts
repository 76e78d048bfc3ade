import { profileChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { keepAddress } from '../internal-accounts.ts'

export default command(keepAddress, async ({ db, emit, fail }, { userId, email }) => {
  const other = await db
    .selectFrom('identity_user')
    .select('id')
    .where('email', '=', email)
    .where('id', '!=', userId)
    .executeTakeFirst()
  if (other) return fail('address-not-available')
  await db.updateTable('identity_user').set({ email, email_verified_at: null }).where('id', '=', userId).execute()
  emit(profileChanged, { id: userId })
  return {}
})
