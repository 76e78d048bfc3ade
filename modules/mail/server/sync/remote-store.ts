import type { MailboxRole } from '../../contract/sync.ts'

/** Where mail lies on a server: what the engine of sync needs of it, by IMAP or by a provider's own interface. */
export interface RemoteStore {
  /** What it can do beyond the plain. */
  readonly features: RemoteFeatures
  /** All mailboxes that hold messages, with their state where asking for it costs nothing extra. */
  listMailboxes(): Promise<RemoteMailbox[]>
  /** Opens a mailbox for what follows. Answers its state. */
  open(path: string, options?: { readOnly?: boolean }): Promise<RemoteState>
  /** What changed in the open mailbox since a state that was seen before; without `since`, flags of all that is there. */
  changes(since: RemoteCursor): Promise<RemoteChanges>
  /** The uids in the open mailbox, ascending; the window narrows them. */
  listUids(window?: RemoteWindow): Promise<number[]>
  /** What messages are without fetching them, in any order. */
  overview(uids: readonly number[]): AsyncIterable<RemoteOverview>
  /** Messages of the open mailbox with their sources, in any order. What is gone by then is left out. */
  fetch(uids: readonly number[]): AsyncIterable<RemoteMessage>

  /** Adds and removes flags; answers which uids the server says it changed. */
  storeFlags(uids: readonly number[], change: FlagChange): Promise<void>
  /** Adds and removes labels of the provider; only where `features.labels`. */
  storeLabels(uids: readonly number[], change: { add: string[]; remove: string[] }): Promise<void>
  /** Moves messages of the open mailbox; answers their uids in the other, where the server says so. */
  move(uids: readonly number[], to: string): Promise<Map<number, number>>
  copy(uids: readonly number[], to: string): Promise<Map<number, number>>
  /** Adds a message; answers its uid, where the server says so. */
  append(path: string, source: Uint8Array, options: { flags: string[]; at?: number }): Promise<{ uid: number | null }>
  /** Erases messages of the open mailbox for good. */
  expunge(uids: readonly number[]): Promise<void>
  createMailbox(path: string): Promise<void>

  /** Waits in a mailbox until something happens in it, the connection is used otherwise, or the signal says stop. */
  idle(path: string, signal: AbortSignal): Promise<'news' | 'stopped'>
  /** Shows that the connection lives; throws where it does not. */
  ping(): Promise<void>
  readonly usable: boolean
  close(): Promise<void>
}

export interface RemoteFeatures {
  /** Tells what vanished since a state (RFC 7162). */
  qresync: boolean
  /** Tells whose flags changed since a state (RFC 7162). */
  condstore: boolean
  /** Tells of news without being asked (RFC 2177). */
  idle: boolean
  move: boolean
  /** Messages bear labels of the provider, and lie in `all` whatever their labels. */
  labels: boolean
}

export interface RemoteMailbox {
  path: string
  delimiter: string | null
  role: MailboxRole | null
  subscribed: boolean
  /** Null where it could not be asked, such as a mailbox without rights. */
  state: RemoteState | null
}

export interface RemoteState {
  uidValidity: number
  uidNext: number
  exists: number
  highestModseq: string | null
}

/** What is known of a mailbox from the last time. */
export interface RemoteCursor {
  uidValidity: number
  highestModseq: string | null
  /** Lowest and highest uid of which flags are known. */
  from: number
  to: number
}

export interface RemoteChanges {
  /** Flags of messages that changed, or of all where the server cannot tell. */
  flags: RemoteFlags[]
  /** Uids that are gone; null where the server cannot tell, and `flags` has every uid that is there. */
  vanished: number[] | null
}

export interface RemoteWindow {
  /** Epoch milliseconds: only messages received since the day of this. */
  since?: number | null
  /** Only uids below this. */
  below?: number
  /** Only uids from this on. */
  from?: number
  /** So many are enough, the highest; what lists by pages stops there, others may answer more. */
  most?: number
}

export interface RemoteFlags {
  uid: number
  flags: string[]
  modseq: string | null
  /** The provider's labels; null where it has none. */
  labels: string[] | null
}

export interface RemoteOverview extends RemoteFlags {
  size: number
  /** The Message-ID without brackets. */
  messageId: string | null
  /** The provider's own name of the message; the same in each mailbox it lies in. */
  remoteId: string | null
}

export interface RemoteMessage extends RemoteFlags {
  /** When the server got it, in epoch milliseconds. */
  receivedAt: number | null
  remoteId: string | null
  /** The provider's thread. */
  threadId: string | null
  /** Null where it could not be had; `failure` says why. */
  source: Uint8Array | null
  failure: { code: string; reason: string } | null
}

export interface FlagChange {
  add: string[]
  remove: string[]
}
