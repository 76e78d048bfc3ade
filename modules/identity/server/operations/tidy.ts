import { FORGET_MILLISECONDS } from '../attempts.ts'
import { command } from '../database.ts'
import { tidy } from '../internal-accounts.ts'
import { ACCESS_MILLISECONDS, IDLE_MILLISECONDS } from '../sessions/lifetimes.ts'

/** Mails that are over are kept so long for whoever asks what became of theirs. */
const MAIL_MILLISECONDS = 30 * 24 * 60 * 60 * 1000

export default command(tidy, async ({ db, now }) => {
  for (const table of [
    'identity_challenge',
    'identity_registration',
    'identity_mail_link',
    'identity_refresh',
    'identity_link',
  ] as const) {
    await db.deleteFrom(table).where('expires_at', '<=', now()).execute()
  }
  await db
    .deleteFrom('identity_attempt')
    .where('last_at', '<=', now() - FORGET_MILLISECONDS)
    .execute()
  await db
    .deleteFrom('identity_session')
    .where((e) => e.or([e('expires_at', '<=', now()), e('last_seen_at', '<=', now() - IDLE_MILLISECONDS)]))
    .execute()
  await db
    .deleteFrom('identity_mail')
    .where('created_at', '<=', now() - MAIL_MILLISECONDS)
    .execute()
  await db
    .deleteFrom('identity_signing_key')
    .where('retired_at', '<=', now() - 2 * ACCESS_MILLISECONDS)
    .execute()
  return {}
})
