import { toInstant } from '#base/time.ts'
import { endpoint } from '#kernel/handlers.ts'
import { reauthenticate } from '../../contract.ts'
import { answerSession } from '../accounts/answer-session.ts'
import { checkPassword } from '../accounts/check-password.ts'
import { findAccount, renewSession } from '../internal-accounts.ts'
import { CONFIRMED_MILLISECONDS } from '../sessions/lifetimes.ts'

export default endpoint(reauthenticate, async (context, { password }) => {
  const { actor, callAsSystem, request, now, fail } = context
  if (actor.sessionId === null || actor.scopes !== null || actor.impersonatorId) return fail('not-allowed')
  const { account } = await callAsSystem(findAccount, { userId: actor.id })
  if (!account?.email || !(await checkPassword(context, account.email, password))) return fail('wrong-credentials')

  const renewed = await callAsSystem(renewSession, { sessionId: actor.sessionId })
  return answerSession(request, renewed, { until: toInstant(now() + CONFIRMED_MILLISECONDS) })
})
