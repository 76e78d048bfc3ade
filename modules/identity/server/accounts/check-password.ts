import type { EndpointContext } from '#kernel/context.ts'
import { findAccount, forgiveAttempt, noteLock, takeAttempt, type Account } from '../internal-accounts.ts'
import { noteFailure } from '../internal-factors.ts'
import { verifyPassword } from '../passwords/hash-password.ts'

/**
 * The account that an address and password belong to, or null. Known or not, every address costs the same work and
 * waits after the same number of failures. Too many of them refuse by throwing.
 */
export async function checkPassword(
  { callAsSystem, address }: Pick<EndpointContext, 'callAsSystem' | 'address'>,
  email: string,
  password: string,
): Promise<Account | null> {
  const attempt = { account: email, address }
  const { locks } = await callAsSystem(takeAttempt, attempt)
  const { account } = await callAsSystem(findAccount, { email })
  const isRight = await verifyPassword(password, account?.passwordHash ?? null)
  if (account && isRight) {
    await callAsSystem(forgiveAttempt, attempt)
    return account
  }
  await callAsSystem(noteFailure, { userId: account?.userId ?? null, shown: 'password' }, account ?? undefined)
  if (locks) await callAsSystem(noteLock, { userId: account?.userId ?? null }, account ?? undefined)
  return null
}
