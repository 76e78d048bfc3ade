import { personOf } from '#kernel/actor.ts'
import { disableTotp, secondFactorChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { mustConfirm } from '../sessions/must-confirm.ts'

export default command(disableTotp, async ({ db, actor, emit, fail, now }) => {
  if (await mustConfirm(db, actor, now())) return fail('reauthentication-required')
  const userId = personOf(actor)
  const gone = await db
    .deleteFrom('identity_totp')
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst()
  if (!gone) return fail('no-authenticator')

  await db.deleteFrom('identity_recovery_code').where('user_id', '=', userId).execute()
  emit(secondFactorChanged, { id: userId, change: 'off' })
  return {}
})
