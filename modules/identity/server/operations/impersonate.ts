import { endpoint } from '#kernel/handlers.ts'
import { startImpersonation } from '../admin/internal.ts'
import { impersonate } from '../../contract.ts'
import { sessionCookie } from '../session-cookie.ts'

export default endpoint(impersonate, async ({ actor, callAsSystem, request }, { id }) => {
  const userAgent = (request.headers.get('user-agent') ?? '').slice(0, 300)
  const { me, session, expiresAt } = await callAsSystem(startImpersonation, {
    id,
    // Whoever acts as somebody already is no administrator, so never comes here.
    sessionId: actor.sessionId,
    userAgent,
  })
  return Response.json(me, { headers: { 'set-cookie': sessionCookie(request, session, expiresAt) } })
})
