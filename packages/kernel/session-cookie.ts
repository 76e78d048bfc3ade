/** The cookie that carries a session. Behind TLS it bears the prefix that binds it to this host (RFC 6265bis). */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-daybook_session' : 'daybook_session'
}
