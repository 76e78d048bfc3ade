import { defineService } from '#contract/service.ts'
import type { Connection, Security } from './records.ts'

/** Whose account. */
export interface AccessOf {
  connectionId: string
  userId: string
  workspaceId: string
}

/** How to log in at one server now. */
export interface ServerAccess {
  host: string
  port: number
  security: Security
  auth: { user: string; pass: string } | { user: string; accessToken: string }
}

/** How to log in at an account's servers now. Secrets: never logged, never stored, never in an error. */
export interface AccountAccess {
  connection: Connection
  imap: ServerAccess | null
  smtp: ServerAccess | null
  /** Google's API, where the account came by Google's consent. */
  gmail: { accessToken: string; baseUrl: string } | null
}

export interface Access {
  /**
   * Refreshes an expired token once, however many ask. Throws a `FailureError`: `connection-not-found`,
   * `connection-paused`, `needs-consent` or `refresh-failed` (retryable).
   */
  open(of: AccessOf): Promise<AccountAccess>
  /**
   * The server refused what `open` gave: the next `open` gets a fresh token, or the account is marked as needing its
   * owner. `reason` is kept for people and holds no secret.
   */
  refused(of: AccessOf, reason: string): Promise<void>
}

export const access = defineService<Access>({
  name: 'connections.access',
  summary: 'How to log in at a connected account now: passwords and fresh tokens, for jobs and endpoints alone',
})
