import { endpoint } from '#kernel/handlers.ts'
import { finishPasskey } from '../../contract.ts'
import { takeChallenge } from '../internal-accounts.ts'
import { addPasskey } from '../internal-factors.ts'
import { checkRegistration } from '../passkeys/check-registration.ts'
import { relyingPartyOf } from '../passkeys/relying-party.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'

export default endpoint(finishPasskey, async (context, { challenge, credential, name }) => {
  const { actor, callAsSystem, request, ports, fail } = context
  if (await mustConfirmFirst(context)) return fail('reauthentication-required')
  const party = relyingPartyOf(request, ports.site)
  if (!party) return fail('passkeys-need-a-name')
  const { found } = await callAsSystem(takeChallenge, { secret: challenge, purpose: 'passkey-register' })
  const made = found?.userId === actor.id ? await checkRegistration(party, credential, found.value) : null
  if (!made) return fail('passkey-refused')
  return Response.json(await callAsSystem(addPasskey, { userId: actor.id, name, ...made }))
})
