import { hash } from 'node:crypto'
import { randomSecret } from '#base/random.ts'

/** Access tokens, sessions, links, refresh tokens, challenges and invitations. */
type SecretKind = 'daybook_pat' | 'daybook_ses' | 'daybook_lnk' | 'daybook_ref' | 'daybook_chl' | 'daybook_inv'

/** A fresh secret with a prefix that tells leak scanners what it is, and the hash that is all we keep of it. */
export function createSecret(prefix: SecretKind): {
  secret: string
  hash: string
} {
  const secret = `${prefix}_${randomSecret()}`
  return { secret, hash: hashSecret(secret) }
}

/** SHA-256 in hex. The secrets have 256 random bits, so a slow hash would add nothing. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex')
}
