import { isIP } from 'node:net'
import type { Site } from '#kernel/ports.ts'

/** Who passkeys are made for (WebAuthn level 3, 4): a host name, and the origins at which they may be used. */
export interface RelyingParty {
  id: string
  origins: string[]
}

/** The public address, or this machine where one works on it. Null where the address has no name to bind passkeys to. */
export function relyingPartyOf(request: Request, { publicUrl }: Site): RelyingParty | null {
  const { hostname, host } = new URL(request.url)
  // TLS may end before Daybook, so the request does not know its own scheme.
  if (hostname === 'localhost') return { id: 'localhost', origins: [`http://${host}`, `https://${host}`] }
  const origin = publicUrl ?? new URL(request.url).origin
  const { hostname: name } = new URL(origin)
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return null
  return { id: name, origins: [origin] }
}
