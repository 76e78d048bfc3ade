import { endpoint } from '#kernel/handlers.ts'
import { requestVerification } from '../../contract.ts'
import { findAccount, sendVerification } from '../internal-accounts.ts'

export default endpoint(requestVerification, async ({ actor, callAsSystem, ports, fail }) => {
  if (!ports.mailer.configured) return fail('mail-not-configured')
  const { account } = await callAsSystem(findAccount, { userId: actor.id })
  if (!account?.email) return fail('no-address')
  if (account.emailVerified) return fail('already-verified')
  await callAsSystem(sendVerification, { userId: actor.id, email: account.email })
  return Response.json({})
})
