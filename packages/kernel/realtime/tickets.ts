import { createHash } from 'node:crypto'
import { randomSecret } from '#base/random.ts'
import type { Credentials } from '../identity.ts'

/** How long a ticket waits to be used. */
export const TICKET_MILLISECONDS = 30_000
const MAX_TICKETS = 10_000

/**
 * One-time tickets for connections that can send neither a header nor a cookie. A ticket stands for the credentials
 * it was made with, in this process only; of the secret the hash alone is kept.
 */
export class Tickets {
  readonly #clock: () => number
  readonly #tickets = new Map<string, { credentials: Credentials; expiresAt: number }>()

  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** Makes a ticket. */
  create(credentials: Credentials): { secret: string; expiresAt: number } {
    const now = this.#clock()
    this.#forget(now)
    const secret = randomSecret()
    const expiresAt = now + TICKET_MILLISECONDS
    this.#tickets.set(hash(secret), { credentials, expiresAt })
    return { secret, expiresAt }
  }

  /** The credentials a ticket stands for, once; null of a ticket that was used, is too old, or never was. */
  redeem(secret: string): Credentials | null {
    const key = hash(secret)
    const ticket = this.#tickets.get(key)
    this.#tickets.delete(key)
    return ticket && ticket.expiresAt > this.#clock() ? ticket.credentials : null
  }

  /** The oldest come first, so that this ends at the first that still counts. */
  #forget(now: number): void {
    for (const [key, { expiresAt }] of this.#tickets) {
      if (expiresAt > now && this.#tickets.size < MAX_TICKETS) return
      this.#tickets.delete(key)
    }
  }
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
