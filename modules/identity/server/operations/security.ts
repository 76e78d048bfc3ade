import { toInstantOrNull } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { getSecurity } from '../../contract.ts'
import { query } from '../database.ts'
import { canProve, confirmedUntil } from '../sessions/must-confirm.ts'

export default query(getSecurity, async ({ db, actor, now, fail }) => {
  const userId = personOf(actor)
  const user = await db
    .selectFrom('identity_user as u')
    .leftJoin('identity_totp as t', 't.user_id', 'u.id')
    .select(['u.email', 'u.email_verified_at', 'u.password_hash', 't.confirmed_at'])
    .where('u.id', '=', userId)
    .executeTakeFirst()
  if (!user) return fail('not-signed-in')
  const count = async (table: 'identity_recovery_code' | 'identity_passkey') => {
    const { n } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    return Number(n)
  }
  return {
    email: user.email,
    emailVerified: user.email_verified_at !== null,
    hasPassword: user.password_hash !== null,
    totp: user.confirmed_at !== null,
    recoveryCodesLeft: await count('identity_recovery_code'),
    passkeys: await count('identity_passkey'),
    confirmedUntil: toInstantOrNull(confirmedUntil(actor, now())),
    asksToConfirm: actor.sessionId !== null && (await canProve(db, userId)),
  }
})
