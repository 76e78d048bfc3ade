import { endpoint } from '#kernel/handlers.ts'
import { loginSecondFactor } from '../../contract.ts'
import { answerSession, userAgentOf } from '../accounts/answer-session.ts'
import { checkFactor, forgiveFactor } from '../accounts/check-factor.ts'
import { endFormer } from '../accounts/end-former.ts'
import { findAccount, readChallenge, startSession } from '../internal-accounts.ts'
import { checkAssertion } from '../passkeys/check-assertion.ts'
import { startOrNull } from '../sessions/start-or-null.ts'

export default endpoint(loginSecondFactor, async (context, { challenge, code, recoveryCode, passkey }) => {
  const { callAsSystem, request, fail } = context
  const { found } = await callAsSystem(readChallenge, { secret: challenge, purpose: 'login' })
  if (!found?.userId) return fail('challenge-not-valid')
  const { account } = await callAsSystem(findAccount, { userId: found.userId })
  if (!account) return fail('challenge-not-valid')

  const { userId, workspaceId } = account
  const checked = passkey
    ? await checkAssertion(context, passkey, found.value)
    : await checkFactor(context, account, { code, recoveryCode })
  if (!checked || ('userId' in checked && checked.userId !== userId)) return fail('wrong-code')

  const { userId: _, ...proof } = { userId, ...checked }
  const session = { userId, workspaceId, userAgent: userAgentOf(request), challenge, ...proof }
  const started = await startOrNull(() => callAsSystem(startSession, session, account))
  if (!started) return fail('wrong-code')
  if (!passkey) await forgiveFactor(context, userId)
  await endFormer(context)
  return answerSession(request, started, { me: started.me })
})
