import { uuidv7 } from '#base/ids.ts'
import { toInstant } from '#base/time.ts'
import { sessionStarted } from '../../contract.ts'
import { command } from '../database.ts'
import { redeemLink } from '../internal.ts'
import { readMe } from '../read-me.ts'
import { createSecret, hashSecret } from '../secret.ts'

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000

export default command(redeemLink, async ({ db, emit, fail, now }, { secret, userAgent }) => {
  const used = await db
    .updateTable('identity_link')
    .set({ used_at: now() })
    .where('secret_hash', '=', hashSecret(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .returning(['user_id', 'workspace_id'])
    .executeTakeFirst()
  if (!used) return fail('link-not-valid')

  const session = createSecret('daybook_ses')
  const id = uuidv7()
  const expiresAt = now() + THIRTY_DAYS
  await db
    .insertInto('identity_session')
    .values({
      id,
      secret_hash: session.hash,
      ...used,
      user_agent: userAgent,
      created_at: now(),
      expires_at: expiresAt,
      authenticated_at: now(),
      last_seen_at: now(),
    })
    .execute()
  emit(sessionStarted, { id })
  return {
    me: (await readMe(db, used.user_id, used.workspace_id))!,
    session: session.secret,
    expiresAt: toInstant(expiresAt),
  }
})
