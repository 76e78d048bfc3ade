import type { MailboxRole } from '../../contract/sync.ts'
import type { Place } from '../../contract.ts'
import type { Aspect } from './change.ts'

/** A mailbox of the account, as far as carrying changes goes. */
export interface KnownMailbox {
  id: string
  path: string
  delimiter: string | null
  role: MailboxRole | null
  uidValidity: number
  /** Uids from here on were not met yet. */
  uidNext: number
}

/** Where a message lies, and how it stands there. */
export interface KnownPlacement {
  mailboxId: string
  uid: number
  flags: number
  labels: string[] | null
}

/** An entry of the outbox with all that is known of its message. */
export interface PushEntry {
  id: string
  attempts: number
  task: ChangeTask | AppendTask | ExpungeTask
}

export interface ChangeTask {
  kind: 'change'
  messageId: string
  aspects: Aspect[]
  wanted: {
    seen: boolean
    starred: boolean
    answered: boolean
    place: Place
    added: string[]
    removed: string[]
    labels: string[]
  }
  placements: KnownPlacement[]
  identity: MessageIdentity
}

export interface AppendTask {
  kind: 'append'
  messageId: string
  place: Place
  seen: boolean
  starred: boolean
  receivedAt: number
  identity: MessageIdentity
}

export interface ExpungeTask {
  kind: 'expunge'
  placements: Numbered[]
}

/** By what a message is known again on a server. */
export interface MessageIdentity {
  hash: string
  /** Message-ID without brackets. */
  messageId: string | null
  size: number
}

/** What a run is to do next. With `entries` empty, nothing `held` and nothing to look at `again`, nothing is left. */
export interface PushWork {
  entries: PushEntry[]
  mailboxes: KnownMailbox[]
  /** Entries whose message lies nowhere at the moment: sync finds it first. */
  held: number
  /** What was carried already made way for what lies behind it. */
  again: boolean
}

/** A number of a message, and by which numbering of its mailbox. */
export interface Numbered {
  mailboxId: string
  uid: number
  uidValidity: number
}

/**
 * How an entry fared. What was `found` is new where a copy was put there; else it was looked at, and may be elsewhere
 * by the time that it is noted.
 */
export interface Outcome {
  entryId: string
  state: 'done' | 'waiting' | 'refused'
  problem?: { code: string; detail: string }
  gone: Numbered[]
  found: (Numbered & Pick<KnownPlacement, 'flags' | 'labels'> & { isNew: boolean })[]
}
