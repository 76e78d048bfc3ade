import { endpoint } from '#kernel/handlers.ts'
import { authorizeGmail } from '../../contract.ts'
import { beginAt } from '../consent/begin-at.ts'

export default endpoint(authorizeGmail, async (context) => {
  const begun = await beginAt(context, 'google', { hint: null })
  return begun ? Response.json(begun) : context.fail('provider-not-configured')
})
