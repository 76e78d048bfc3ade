import { attemptKey, beginsToWait, FORGET_MILLISECONDS, waitAfter, type AttemptKind } from '../attempts.ts'
import { command } from '../database.ts'
import { takeAttempt } from '../internal-accounts.ts'

const KINDS: AttemptKind[] = ['account', 'address']

export default command(takeAttempt, async ({ db, fail, now }, input) => {
  let locks = false
  for (const kind of KINDS) {
    const key = attemptKey(kind, input[kind])
    const known = await db.selectFrom('identity_attempt').selectAll().where('key', '=', key).executeTakeFirst()
    if (known && known.locked_until > now())
      return fail('too-many-attempts', { retryAfter: (known.locked_until - now()) / 1000 })

    const isFresh = known !== undefined && known.last_at > now() - FORGET_MILLISECONDS
    const failures = (isFresh ? known.failures : 0) + 1
    const attempt = { failures, last_at: now(), locked_until: now() + waitAfter(kind, failures) }
    await db
      .insertInto('identity_attempt')
      .values({ key, ...attempt })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(attempt))
      .execute()
    locks ||= kind === 'account' && beginsToWait(kind, failures)
  }
  return { locks }
})
