import { toInstant } from '#base/time.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { commonFailure } from '#kernel/failure.ts'
import { secondFactorChanged, sessionStarted } from '../../contract.ts'
import { insertRefresh } from '../clients/refresh-tokens.ts'
import { command, type IdentityTables } from '../database.ts'
import { takeRecoveryCode } from '../factors/recovery-codes.ts'
import { startSession, type Proof } from '../internal-accounts.ts'
import { markPasskeyUsed } from '../passkeys/mark-used.ts'
import { readMe } from '../read-me.ts'
import { hashSecret } from '../secret.ts'
import { insertSession } from '../sessions/insert-session.ts'

export default command(startSession, async ({ db, changed, emit, fail, now }, input) => {
  const { userId, workspaceId, recoveryCode } = input
  const owner = { personId: userId, workspaceId }
  if (!(await useUp(db, userId, input, now()))) return fail('proof-used')

  const me = await readMe(db, userId, workspaceId)
  // Whoever is in no workspace any more, such as the one that was deleted, has nothing to sign in to.
  if (!me) return commonFailure('not-allowed')

  const session = await insertSession(db, input, now())
  const secret = input.kind === 'client' ? await insertRefresh(db, session.id, input.userAgent, now()) : session.secret
  emit(sessionStarted, { id: session.id }, owner)
  changed(null, { id: session.id, userId, kind: input.kind, factor: factorOf(input) })
  if (recoveryCode !== undefined) emit(secondFactorChanged, { id: userId, change: 'code-used' }, owner)
  return {
    me,
    sessionId: session.id,
    secret,
    expiresAt: toInstant(session.expiresAt),
  }
})

/** What was shown besides a password or a session; null where that was all. */
function factorOf({ totpStep, recoveryCode, passkeyId }: Proof): string | null {
  if (passkeyId !== undefined) return 'passkey'
  if (recoveryCode !== undefined) return 'recovery-code'
  return totpStep === undefined ? null : 'totp'
}

/** Each proof counts once: whoever comes second with it finds it used. */
async function useUp(
  db: WriteDatabase<IdentityTables>,
  userId: string,
  { challenge, totpStep, recoveryCode, passkeyId, passkeyCounter }: Proof,
  now: number,
): Promise<boolean> {
  if (challenge !== undefined) {
    const taken = await db
      .deleteFrom('identity_challenge')
      .where('secret_hash', '=', hashSecret(challenge))
      .returning('user_id')
      .executeTakeFirst()
    if (!taken) return false
  }
  if (totpStep !== undefined) {
    const taken = await db
      .updateTable('identity_totp')
      .set({ last_step: totpStep })
      .where('user_id', '=', userId)
      .where('last_step', '<', totpStep)
      .returning('user_id')
      .executeTakeFirst()
    if (!taken) return false
  }
  if (recoveryCode !== undefined && !(await takeRecoveryCode(db, userId, recoveryCode))) return false
  return passkeyId === undefined || markPasskeyUsed(db, passkeyId, passkeyCounter ?? 0, now)
}
