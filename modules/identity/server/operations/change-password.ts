import { endpoint } from '#kernel/handlers.ts'
import { changePassword } from '../../contract.ts'
import { answerSession } from '../accounts/answer-session.ts'
import { checkPassword } from '../accounts/check-password.ts'
import { weaknessOf } from '../accounts/refuse-weak.ts'
import { findAccount, keepPassword, renewSession } from '../internal-accounts.ts'
import { hashPassword } from '../passwords/hash-password.ts'

export default endpoint(changePassword, async (context, { currentPassword, password }) => {
  const { actor, callAsSystem, request, fail } = context
  if (actor.scopes !== null || actor.impersonatorId) return fail('reauthentication-required')
  const { account } = await callAsSystem(findAccount, { userId: actor.id })
  if (!account?.email || !(await checkPassword(context, account.email, currentPassword)))
    return fail('wrong-credentials')
  const weakness = weaknessOf(password, [account.name, account.email])
  if (weakness) return fail('weak-password', weakness)

  const passwordHash = await hashPassword(password)
  const { sessionId } = actor
  const keepSession = sessionId === null ? {} : { keepSession: sessionId }
  await callAsSystem(keepPassword, { userId: actor.id, passwordHash, how: 'change', ...keepSession })
  if (sessionId === null) return Response.json({})
  return answerSession(request, await callAsSystem(renewSession, { sessionId }), {})
})
