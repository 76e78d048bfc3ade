import { secondFactorChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { replaceRecoveryCodes } from '../factors/recovery-codes.ts'
import { turnTotpOn } from '../internal-factors.ts'

export default command(turnTotpOn, async ({ db, emit, fail, now }, { userId, step }) => {
  const on = await db
    .updateTable('identity_totp')
    .set({ confirmed_at: now(), last_step: step })
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst()
  if (!on) return fail('no-authenticator')
  emit(secondFactorChanged, { id: userId, change: 'on' })
  return { recoveryCodes: await replaceRecoveryCodes(db, userId) }
})
