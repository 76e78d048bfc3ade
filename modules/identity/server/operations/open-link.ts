import { endpoint } from '#kernel/handlers.ts'
import { openLink } from '../../contract.ts'
import { endFormer } from '../accounts/end-former.ts'
import { redeemLink } from '../internal.ts'
import { sessionCookie } from '../session-cookie.ts'

export default endpoint(openLink, async (context, { secret }) => {
  const { callAsSystem, request } = context
  const userAgent = (request.headers.get('user-agent') ?? '').slice(0, 300)
  const { me, session, expiresAt } = await callAsSystem(redeemLink, { secret, userAgent })
  await endFormer(context)
  return Response.json(me, { headers: { 'set-cookie': sessionCookie(request, session, expiresAt) } })
})
