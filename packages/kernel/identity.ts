import type { Command } from '#contract/operation.ts'
import type { Actor } from './actor.ts'
import type { Row, Work } from './database/port.ts'
import type { Site } from './ports.ts'

/** What a caller showed: a bearer token or a session cookie's value. */
export interface Credentials {
  bearer: string | null
  session: string | null
}

/** What a signed token says: the session it belongs to, and what it may do. */
export interface Claims {
  sessionId: string
  scopes: readonly string[]
}

/** How the kernel learns who a caller is: one row, on every request. */
export interface Identity {
  /** The statement that finds the caller's row, and its one parameter; of a token that was verified, its session. */
  lookup(shown: Credentials | Claims): Lookup
  /** Whom the row stands for; null where that is nobody now. */
  toActor(row: Row, shown: Credentials | Claims, now: number): Actor | null
  signed?: SignedTokens
  /** Notes which sessions and tokens were used, at most once a minute each. */
  noteUse?: Command<UseNoted, UseNoted, unknown, string>
}

export interface Lookup {
  sql: string
  key: string
}

export interface UseNoted {
  sessionIds: string[]
  tokenIds: string[]
}

/** Tokens that bear a signature. It is checked before any transaction, since that waits for the runtime's threads. */
export interface SignedTokens {
  looksSigned(bearer: string): boolean
  /** Null where the signature, its algorithm, key, issuer, audience or time is not right. */
  verify(bearer: string, surroundings: Surroundings): Promise<Claims | null>
}

export interface Surroundings {
  read<T>(work: Work<T>): Promise<T>
  site: Site
  now: number
}
