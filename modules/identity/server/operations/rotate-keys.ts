import { endpoint } from '#kernel/handlers.ts'
import { rotateKeys } from '../../contract.ts'
import { createSigningKey } from '../clients/signing-keys.ts'
import { mustConfirmFirst } from '../sessions/must-confirm.ts'

export default endpoint(rotateKeys, async (context) => {
  if (await mustConfirmFirst(context)) return context.fail('reauthentication-required')
  const { kid } = await createSigningKey(context, true)
  return Response.json({ kid })
})
