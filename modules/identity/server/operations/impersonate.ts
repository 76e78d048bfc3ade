import { endpoint } from '#kernel/handlers.ts'
import { startImpersonation } from '../admin/internal.ts'
import { impersonate } from '../../contract.ts'
import { sessionCookie } from '../session-cookie.ts'

export default endpoint(impersonate, async ({ actor, callAsSystem, fail, request }, { id }) => {
  if (actor.sessionId === null || actor.impersonatorId) return fail('no-session')

  const userAgent = (request.headers.get('user-agent') ?? '').slice(0, 300)
  const { me, session, expiresAt } = await callAsSystem(startImpersonation, {
    id,
    sessionId: actor.sessionId,
    userAgent,
  })
  return Response.json(me, { headers: { 'set-cookie': sessionCookie(request, session, expiresAt) } })
})
