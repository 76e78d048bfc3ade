import { endpoint } from '#kernel/handlers.ts'
import { signInOptions } from '../../contract.ts'
import { readRegistration } from '../internal-accounts.ts'

export default endpoint(signInOptions, async ({ callAsSystem, ports }) => {
  const { registration } = await callAsSystem(readRegistration, {})
  return Response.json({ registration, mail: ports.mailer.configured })
})
