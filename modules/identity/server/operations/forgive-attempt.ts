import { plus } from '#kernel/database/raw.ts'
import { attemptKey } from '../attempts.ts'
import { command } from '../database.ts'
import { forgiveAttempt } from '../internal-accounts.ts'

export default command(forgiveAttempt, async ({ db }, { account, address }) => {
  await db.deleteFrom('identity_attempt').where('key', '=', attemptKey('account', account)).execute()
  // Whoever owns one account must not wash an address clean of tries on others.
  await db
    .updateTable('identity_attempt')
    .set({ failures: plus('failures', -1), locked_until: 0 })
    .where('key', '=', attemptKey('address', address))
    .where('failures', '>', 0)
    .execute()
  return {}
})
