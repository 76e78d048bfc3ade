import { endpoint } from '#kernel/handlers.ts'
import { beginPasskey } from '../../contract.ts'
import { createChallenge, findAccount } from '../internal-accounts.ts'
import { relyingPartyOf } from '../passkeys/relying-party.ts'
import { CHALLENGE_MILLISECONDS } from '../sessions/lifetimes.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'

export default endpoint(beginPasskey, async (context) => {
  const { actor, callAsSystem, request, ports, fail } = context
  if (await mustConfirmFirst(context)) return fail('reauthentication-required')
  const party = relyingPartyOf(request, ports.site)
  if (!party) return fail('passkeys-need-a-name')

  const { account } = await callAsSystem(findAccount, { userId: actor.id })
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpName: 'Daybook',
    rpID: party.id,
    userID: new TextEncoder().encode(actor.id),
    userName: account?.email ?? account?.name ?? 'Daybook',
    userDisplayName: account?.name ?? '',
    timeout: CHALLENGE_MILLISECONDS,
    attestationType: 'none',
    excludeCredentials: (account?.passkeys ?? []).map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const { secret } = await callAsSystem(createChallenge, {
    purpose: 'passkey-register',
    userId: actor.id,
    value: options.challenge,
  })
  return Response.json({ challenge: secret, options })
})
