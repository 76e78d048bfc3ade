import type { Actor } from './actor.ts'
import type { Transaction } from './database/port.ts'

/** What a caller showed: a bearer token or a session cookie's value. */
export interface Credentials {
  bearer: string | null
  session: string | null
}

/** How the kernel learns who a caller is; one prepared statement, on every request. */
export interface Identity {
  identify(transaction: Transaction, credentials: Credentials, now: number): Promise<Actor | null>
}
