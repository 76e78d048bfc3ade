import { endpoint } from '#kernel/handlers.ts'
import { authorize, readConnection } from '../../contract.ts'
import { beginAt } from '../consent/begin-at.ts'

export default endpoint(authorize, async (context, { provider, connectionId, hint }) => {
  const again = connectionId === undefined ? null : await context.callAsSystem(readConnection, { id: connectionId })
  const begun = await beginAt(context, provider, { connectionId, hint: hint ?? again?.address ?? null })
  return begun ? Response.json(begun) : context.fail('provider-not-configured')
})
