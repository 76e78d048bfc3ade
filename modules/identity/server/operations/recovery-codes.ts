import { personOf } from '#kernel/actor.ts'
import { makeRecoveryCodes, secondFactorChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { replaceRecoveryCodes } from '../factors/recovery-codes.ts'
import { mustConfirm } from '../sessions/must-confirm.ts'

export default command(makeRecoveryCodes, async ({ db, actor, emit, fail, now }) => {
  if (await mustConfirm(db, actor, now())) return fail('reauthentication-required')
  const userId = personOf(actor)
  const on = await db
    .selectFrom('identity_totp')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (!on) return fail('no-authenticator')

  emit(secondFactorChanged, { id: userId, change: 'codes-made' })
  return { recoveryCodes: await replaceRecoveryCodes(db, userId) }
})
