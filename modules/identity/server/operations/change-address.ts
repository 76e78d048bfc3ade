import { endpoint } from '#kernel/handlers.ts'
import { changeAddress } from '../../contract.ts'
import { keepAddress, sendVerification } from '../internal-accounts.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'

export default endpoint(changeAddress, async (context, { email }) => {
  const { actor, callAsSystem, ports, fail } = context
  if (await mustConfirmFirst(context)) return fail('reauthentication-required')
  // Whether somebody has the address is told to whoever reads its mail, and to nobody else.
  if (ports.mailer.configured) {
    await callAsSystem(sendVerification, { userId: actor.id, email })
    return Response.json({ next: 'verify-address' })
  }
  await callAsSystem(keepAddress, { userId: actor.id, email })
  return Response.json({ next: 'done' })
})
