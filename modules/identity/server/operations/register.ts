import { endpoint } from '#kernel/handlers.ts'
import { register } from '../../contract.ts'
import { answerSession, userAgentOf } from '../accounts/answer-session.ts'
import { endFormer } from '../accounts/end-former.ts'
import { weaknessOf } from '../accounts/refuse-weak.ts'
import {
  keepRegistration,
  readRegistration,
  registerInvited,
  sendVerification,
  startSession,
} from '../internal-accounts.ts'
import { hashPassword } from '../passwords/hash-password.ts'

export default endpoint(register, async (context, { email, name, password, invitation }) => {
  const { callAsSystem, request, ports, fail } = context
  const { registration } = await callAsSystem(readRegistration, {})
  const isAllowed = registration === 'open' || (registration === 'invited' && invitation !== undefined)
  if (!isAllowed) return fail('registration-closed')
  if (invitation === undefined && !ports.mailer.configured) return fail('mail-not-configured')
  const weakness = weaknessOf(password, [email, name])
  if (weakness) return fail('weak-password', weakness)

  const passwordHash = await hashPassword(password)
  if (invitation === undefined) {
    await callAsSystem(keepRegistration, { email, name, passwordHash })
    return Response.json({ next: 'verify-address' })
  }
  const account = await callAsSystem(registerInvited, { email, name, passwordHash, invitation })
  if (ports.mailer.configured) await callAsSystem(sendVerification, { userId: account.userId, email })
  const started = await callAsSystem(startSession, { ...account, userAgent: userAgentOf(request) }, account)
  await endFormer(context)
  return answerSession(request, started, { next: 'done', me: started.me })
})
