import { endpoint } from '#kernel/handlers.ts'
import { login, type SecondFactor, type SignedIn } from '../../contract.ts'
import { answerSession, userAgentOf } from '../accounts/answer-session.ts'
import { checkPassword } from '../accounts/check-password.ts'
import { endFormer } from '../accounts/end-former.ts'
import { createChallenge, startSession, type Account } from '../internal-accounts.ts'
import { requestOptionsFor } from '../passkeys/request-options.ts'

export default endpoint(login, async (context, { email, password }) => {
  const { callAsSystem, request, ports, fail } = context
  const account = await checkPassword(context, email, password)
  if (!account) return fail('wrong-credentials')

  const factors = factorsOf(account)
  if (factors.length === 0) {
    const { userId, workspaceId } = account
    const started = await callAsSystem(startSession, { userId, workspaceId, userAgent: userAgentOf(request) }, account)
    await endFormer(context)
    return answerSession(request, started, { me: started.me })
  }
  const passkeyOptions = factors.includes('passkey')
    ? await requestOptionsFor(request, ports.site, account.passkeys)
    : null
  const { secret } = await callAsSystem(createChallenge, {
    purpose: 'login',
    userId: account.userId,
    value: passkeyOptions?.challenge ?? '',
  })
  const answer: SignedIn = {
    secondFactor: passkeyOptions ? factors : factors.filter((factor) => factor !== 'passkey'),
    challenge: secret,
    ...(passkeyOptions && { passkeyOptions: passkeyOptions as object as SignedIn['passkeyOptions'] }),
  }
  return Response.json(answer)
})

/** An authenticator is what asks for a second factor; where it does, a passkey or a recovery code will do as well. */
function factorsOf({ totp, passkeys, recoveryCodes }: Account): SecondFactor[] {
  if (totp === null) return []
  return [
    'totp',
    ...(passkeys.length > 0 ? (['passkey'] as const) : []),
    ...(recoveryCodes > 0 ? (['recovery'] as const) : []),
  ]
}
