import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** One step either way, for clocks that differ and fingers that are slow (RFC 6238, 5.2). */
const WINDOW = 1

/** A new secret of 160 bits, with the address that authenticator apps scan. */
export function createTotp(label: string): { secret: string; uri: string } {
  const totp = new TOTP({ issuer: 'Daybook', label, period: PERIOD_SECONDS, secret: new Secret({ size: 20 }) })
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step that a code is of, or null. A step is to be accepted once. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const totp = new TOTP({ period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token, timestamp: now, window: WINDOW })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta
}
