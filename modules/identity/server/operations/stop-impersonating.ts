import { endpoint } from '#kernel/handlers.ts'
import { stopImpersonation } from '../admin/internal.ts'
import { stopImpersonating } from '../../contract.ts'
import { sessionCookie } from '../session-cookie.ts'

export default endpoint(stopImpersonating, async ({ actor, callAsSystem, fail, request }) => {
  if (actor.sessionId === null || !actor.impersonatorId) return fail('not-impersonating')

  const { me, session, expiresAt } = await callAsSystem(stopImpersonation, { sessionId: actor.sessionId })
  return Response.json(me, { headers: { 'set-cookie': sessionCookie(request, session, expiresAt) } })
})
