import type { Credentials } from '#kernel/identity.ts'
import { sessionCookieName } from '#kernel/session-cookie.ts'

/** Reads what a request shows of its caller. A token goes before a cookie: no other site can send one. */
export function createCredentialReader(secure: boolean): (headers: Headers) => Credentials | null {
  const prefix = `${sessionCookieName(secure)}=`
  return (headers) => {
    const authorization = headers.get('authorization')
    if (authorization !== null) return { bearer: bearerOf(authorization), session: null }
    const cookies = headers.get('cookie')
    const session = cookies === null ? null : cookieOf(cookies, prefix)
    return session === null ? null : { bearer: null, session }
  }
}

/** The token of an `Authorization` header. Another scheme is a token that nobody has. */
function bearerOf(authorization: string): string {
  return /^bearer /i.test(authorization) ? authorization.slice(7).trim() : ''
}

function cookieOf(cookies: string, prefix: string): string | null {
  for (const cookie of cookies.split(';')) {
    const pair = cookie.trimStart()
    if (pair.startsWith(prefix)) return pair.slice(prefix.length).trim()
  }
  return null
}
