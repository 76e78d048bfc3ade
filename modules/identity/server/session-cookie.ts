import { sessionCookieName } from '#kernel/session-cookie.ts'

/** A Set-Cookie value: out of scripts' reach, sent to this site alone, gone when the session is. */
export function sessionCookie(request: Request, value: string, expiresAt: string): string {
  const secure = isSecure(request)
  return `${sessionCookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=${new Date(expiresAt).toUTCString()}${secure ? '; Secure' : ''}`
}

/** A Set-Cookie value that removes the session's cookie. */
export function endedCookie(request: Request): string {
  return sessionCookie(request, '', new Date(0).toISOString())
}

function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:'
}
