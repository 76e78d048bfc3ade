import type { Me } from '../../contract.ts'
import { sessionCookie } from '../session-cookie.ts'

/** The answer that signs a browser in: who it is now, and the cookie. */
export function answerSession(
  request: Request,
  { secret, expiresAt }: { secret: string; expiresAt: string },
  body: { me: Me } | Record<string, unknown>,
): Response {
  return Response.json(body, { headers: { 'set-cookie': sessionCookie(request, secret, expiresAt) } })
}

/** What a browser or program calls itself, cut to what lists show. */
export function userAgentOf(request: Request): string {
  return (request.headers.get('user-agent') ?? '').slice(0, 300)
}
