import { endpoint } from '#kernel/handlers.ts'
import { beginTotp } from '../../contract.ts'
import { findAccount } from '../internal-accounts.ts'
import { keepTotp } from '../internal-factors.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'

export default endpoint(beginTotp, async (context) => {
  const { actor, callAsSystem, fail } = context
  if (await mustConfirmFirst(context)) return fail('reauthentication-required')
  const { account } = await callAsSystem(findAccount, { userId: actor.id })
  const { createTotp } = await import('../factors/totp.ts')
  const made = createTotp(account?.email ?? account?.name ?? 'Daybook')
  const { kept } = await callAsSystem(keepTotp, { userId: actor.id, secret: made.secret })
  return kept ? Response.json(made) : fail('already-on')
})
