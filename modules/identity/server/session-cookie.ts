/** The name of the session's cookie over plain http; behind https it gains the `__Host-` prefix (RFC 6265bis, 4.1.3.2). */
export const SESSION_COOKIE = 'daybook_session'

/** A Set-Cookie value: out of scripts' reach, sent to this site alone, gone when the session is. */
export function sessionCookie(request: Request, value: string, expiresAt: string): string {
  const secure = isSecure(request)
  const name = secure ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(expiresAt).toUTCString()}${secure ? '; Secure' : ''}`
}

/** A Set-Cookie value that removes the session's cookie. */
export function endedCookie(request: Request): string {
  return sessionCookie(request, '', new Date(0).toISOString())
}

function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:'
}
