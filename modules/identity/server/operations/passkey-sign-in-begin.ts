import { endpoint } from '#kernel/handlers.ts'
import { beginPasskeySignIn } from '../../contract.ts'
import { createChallenge } from '../internal-accounts.ts'
import { requestOptionsFor } from '../passkeys/request-options.ts'

export default endpoint(beginPasskeySignIn, async ({ callAsSystem, request, ports, fail }) => {
  const options = await requestOptionsFor(request, ports.site, [])
  if (!options) return fail('passkeys-need-a-name')
  const { secret } = await callAsSystem(createChallenge, {
    purpose: 'passkey-sign-in',
    userId: null,
    value: options.challenge,
  })
  return Response.json({ challenge: secret, options })
})
