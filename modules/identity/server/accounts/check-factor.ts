import type { EndpointContext } from '#kernel/context.ts'
import { forgiveAttempt, takeAttempt, type Account, type Proof } from '../internal-accounts.ts'
import { noteFailure } from '../internal-factors.ts'

type Checking = Pick<EndpointContext, 'callAsSystem' | 'address' | 'ports' | 'now'>

/** What a code or a recovery code proves, to be used up with the session that it opens; null when it is not right. */
export async function checkFactor(
  { callAsSystem, address, ports, now }: Checking,
  { userId, workspaceId, totp }: Pick<Account, 'userId' | 'workspaceId' | 'totp'>,
  { code, recoveryCode }: { code?: string | undefined; recoveryCode?: string | undefined },
): Promise<Proof | null> {
  // Six digits are guessed in no time by whoever has the password already.
  const attempt = { account: `factor ${userId}`, address }
  await callAsSystem(takeAttempt, attempt)
  // Only using it up tells whether a recovery code is right: its failures are counted by that.
  if (recoveryCode !== undefined) return { recoveryCode }
  if (code === undefined || totp === null) return null

  const { stepOf } = await import('../factors/totp.ts')
  const step = stepOf(ports.sealer.open(totp, totpPlace(userId)), code, now())
  if (step !== null) return { totpStep: step }
  await callAsSystem(noteFailure, { userId, shown: 'totp' }, { userId, workspaceId })
  return null
}

/** Forgets the failures once the proof was used up. */
export async function forgiveFactor({ callAsSystem, address }: Checking, userId: string): Promise<void> {
  await callAsSystem(forgiveAttempt, { account: `factor ${userId}`, address })
}

/** Where a sealed secret of an authenticator belongs. */
export function totpPlace(userId: string): string {
  return `identity_totp.sealed_secret.${userId}`
}
