import { endpoint } from '#kernel/handlers.ts'
import { signOut } from '../../contract.ts'
import { endSession } from '../internal.ts'
import { endedCookie } from '../session-cookie.ts'

export default endpoint(signOut, async ({ actor, callAsSystem, request }) => {
  if (actor.sessionId) await callAsSystem(endSession, { id: actor.sessionId })
  // The browser's own cache holds attachments and sources that were read; what the pages keep, they forget themselves.
  return Response.json({}, { headers: { 'set-cookie': endedCookie(request), 'clear-site-data': '"cache"' } })
})
