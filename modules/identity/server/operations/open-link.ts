import { endpoint } from '#kernel/handlers.ts'
import { openLink } from '../../contract.ts'
import { redeemLink } from '../internal.ts'
import { sessionCookie } from '../session-cookie.ts'

export default endpoint(openLink, async ({ callAsSystem, request }, { secret }) => {
  const userAgent = (request.headers.get('user-agent') ?? '').slice(0, 300)
  const { me, session, expiresAt } = await callAsSystem(redeemLink, { secret, userAgent })
  return Response.json(me, { headers: { 'set-cookie': sessionCookie(request, session, expiresAt) } })
})
