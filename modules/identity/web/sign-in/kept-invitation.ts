import { takeSecret } from './take-secret.ts'

const KEY = 'daybook.invitation'

/** Keeps an invitation while one signs in: in this tab alone, out of the address. */
export function keepInvitation(secret: string): void {
  sessionStorage.setItem(KEY, secret)
}

/** The invitation of the address, else the one kept before signing in; it is kept no longer. */
export function takeInvitation(): string | null {
  const secret = takeSecret() ?? sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return secret
}
