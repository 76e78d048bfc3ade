import { endpoint } from '#kernel/handlers.ts'
import { finishPasskeySignIn } from '../../contract.ts'
import { answerSession, userAgentOf } from '../accounts/answer-session.ts'
import { endFormer } from '../accounts/end-former.ts'
import { findAccount, renewSession, startSession, takeChallenge } from '../internal-accounts.ts'
import { checkAssertion } from '../passkeys/check-assertion.ts'
import { startOrNull } from '../sessions/start-or-null.ts'

export default endpoint(finishPasskeySignIn, async (context, { challenge, credential }) => {
  const { actor, callAsSystem, request, fail } = context
  const { found } = await callAsSystem(takeChallenge, { secret: challenge, purpose: 'passkey-sign-in' })
  const checked = found && (await checkAssertion(context, credential, found.value))
  if (!checked) return fail('passkey-refused')
  const { userId, ...proof } = checked
  const { account } = await callAsSystem(findAccount, { userId })
  if (!account) return fail('passkey-refused')

  const { sessionId } = actor
  const isConfirming = actor.id === userId && sessionId !== null && actor.scopes === null && !actor.impersonatorId
  const { workspaceId } = account
  const started = await startOrNull(() =>
    isConfirming
      ? callAsSystem(renewSession, { sessionId, ...proof })
      : callAsSystem(startSession, { userId, workspaceId, userAgent: userAgentOf(request), ...proof }, account),
  )
  if (!started) return fail('passkey-refused')

  if (!isConfirming) await endFormer(context)
  return answerSession(request, started, { me: started.me })
})
