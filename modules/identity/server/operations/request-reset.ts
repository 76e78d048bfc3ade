import { endpoint } from '#kernel/handlers.ts'
import { requestReset } from '../../contract.ts'
import { noteResetRequest } from '../internal-accounts.ts'

export default endpoint(requestReset, async ({ callAsSystem, ports, fail }, { email }) => {
  if (!ports.mailer.configured) return fail('mail-not-configured')
  await callAsSystem(noteResetRequest, { email })
  return Response.json({})
})
