import { defineService } from '#contract/service.ts'
import type { AccessOf } from '../../../connections/contract.ts'
import type { RemoteStore } from './remote-store.ts'

/** A connection to an account's server that somebody works with for a while. */
export interface Lease extends Disposable {
  readonly store: RemoteStore
  /** A connection that works instead of one that was lost. */
  renew(): Promise<RemoteStore>
}

/** Connections to the servers of accounts, logged in and kept, so that looking for news costs no login. */
export interface Sessions {
  /** Throws a `FailureError` where the account cannot be signed in to: `needs-consent`, `sign-in-refused`, … */
  borrow(of: AccessOf): Promise<Lease>
  /** Keeps a connection to an account that tells of news, and looks by itself now and then. Answers whether that is new. */
  follow(of: AccessOf, options: { intervalMinutes: number }): boolean
  /** Lets an account go. */
  unfollow(connectionId: string): Promise<void>
  /** Whether something happened in the account since the last `takeNews`. */
  hasNews(connectionId: string): boolean
  takeNews(connectionId: string): void
}

export const sessions = defineService<Sessions>({
  name: 'mail.sessions',
  summary: 'Connections to the mail servers of accounts, kept open, and told of news by the servers',
})
