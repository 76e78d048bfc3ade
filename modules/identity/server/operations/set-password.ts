import { endpoint } from '#kernel/handlers.ts'
import { getMe, setPassword } from '../../contract.ts'
import { answerSession } from '../accounts/answer-session.ts'
import { weaknessOf } from '../accounts/refuse-weak.ts'
import { findAccount, keepPassword, renewSession, sendVerification } from '../internal-accounts.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'

export default endpoint(setPassword, async (context, { email, name, password }) => {
  const { actor, call, callAsSystem, ports, request, fail } = context
  if (await mustConfirmFirst(context)) return fail('reauthentication-required')
  const { account } = await callAsSystem(findAccount, { userId: actor.id })
  if (account?.passwordHash) return fail('already-set')
  const weakness = weaknessOf(password, [email, name ?? account?.name ?? null])
  if (weakness) return fail('weak-password', weakness)

  const passwordHash = await hashPassword(password)
  const keepSession = actor.sessionId === null ? {} : { keepSession: actor.sessionId }
  await callAsSystem(keepPassword, {
    userId: actor.id,
    passwordHash,
    how: 'set',
    email,
    ...(name !== undefined && { name }),
    ...keepSession,
  })
  const isProved = account?.email === email && account.emailVerified
  if (ports.mailer.configured && !isProved) await callAsSystem(sendVerification, { userId: actor.id, email })
  if (actor.sessionId === null) return Response.json(await call(getMe, {}))
  const renewed = await callAsSystem(renewSession, { sessionId: actor.sessionId })
  return answerSession(request, renewed, renewed.me)
})
