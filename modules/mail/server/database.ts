import { handlersFor } from '#kernel/handlers.ts'
import type { Address } from '../contract.ts'
import type { GmailTables } from './gmail/tables.ts'
import type { DraftTables } from './drafts/tables.ts'
import type { TidyingTables } from './tidying/tables.ts'

/** The tables of mail. Every row is of one person (`owner_id`) in one workspace. */
export interface MailTables extends TidyingTables, DraftTables, GmailTables {
  mail_message: MessageRow
  mail_content: ContentRow
  mail_attachment: AttachmentRow
  mail_reference: { owner_id: string; message_id: string; thread_id: string }
  mail_thread_place: ThreadPlaceRow
  mail_count: { owner_id: string; place: string; messages: number; unread: number }
  mail_label: LabelRow
  mail_message_label: { message_id: string; label_id: string; owner_id: string; date_at: number }
  mail_import: ImportRow
  mail_mailbox: MailboxRow
  mail_placement: PlacementRow
  mail_orphan: OrphanRow
  mail_outbox: OutboxRow
  /** The run that carries the changes of an account, by its number, and how often in a row it failed. */
  mail_push: { connection_id: string; owner_id: string; generation: number; failures: number }
  mail_skipped: { mailbox_id: string; uid: number; owner_id: string; code: string; reason: string }
}

/** A label; one that an import made goes with it when nothing else bears it. */
export interface LabelRow {
  id: string
  owner_id: string
  name: string
  name_key: string
  color: string | null
  import_id: string | null
}

export interface MessageRow {
  id: string
  owner_id: string
  /** SHA-256 of the canonical source (every line end CRLF), hex: the message's identity. */
  hash: string
  /** Message-ID without brackets. */
  message_id: string | null
  thread_id: string
  date_at: number
  subject: string
  from_name: string
  from_address: string
  /** The first of `To` as JSON (`Address[]`); where there are more, the details have all. */
  recipients: string
  snippet: string
  size: number
  seen: number
  starred: number
  /** Its owner has answered it, here or with another program. */
  answered: number
  place: string
  has_attachments: number
  import_id: string | null
  rev: number
}

/** What is read only when a message is opened or indexed; the source stays the truth of it all. */
export interface ContentRow {
  message_id: string
  owner_id: string
  /** zstd; null where the source lies in a file. */
  source: Uint8Array | null
  /** SHA-256 of the file of a large source. */
  blob: string | null
  /** zstd of the header block, where the source lies in a file. */
  head: Uint8Array | null
  /** zstd of the extracted text; null where there is none. */
  text: Uint8Array | null
  /** zstd of the text of enclosed messages, for search; null where there is none. */
  enclosed_text: Uint8Array | null
  has_html: number
  list_id: string | null
  /** `MessageDetails` as JSON. */
  details: string
}

/** What lists do not show of a message. */
export interface MessageDetails {
  /** All of `To`, where the row has only the first of them. */
  to?: Address[]
  cc: Address[]
  bcc: Address[]
  replyTo: Address[]
  defects: string[]
}

export interface AttachmentRow {
  id: string
  message_id: string
  owner_id: string
  part_id: string
  filename: string | null
  content_type: string
  size: number
  sha256: string
  inline: number
  content_id: string | null
}

/** A thread as one place lists it, kept beside the messages so that 100,000 of them list at once. */
export interface ThreadPlaceRow {
  thread_id: string
  place: string
  owner_id: string
  date_at: number
  messages: number
  unread: number
  /** 1 where `unread` is not 0: what an index can be partial on. */
  has_unread: number
  starred: number
  answered: number
  has_attachments: number
  subject: string
  snippet: string
  participants: string
}

export interface ImportRow {
  id: string
  owner_id: string
  name: string
  upload_id: string
  label: string | null
  state: string
  /** Bytes of the decompressed archive that are stored; `READ_TO_THE_END` when it needs no reading again. */
  resume_at: number
  seen: number
  stored: number
  duplicates: number
  failures: number
  failed: string
  indexed: number
  bytes_done: number
  bytes_total: number
  job_id: string | null
  problem: string | null
  created_at: number
  finished_at: number | null
}

/** A mailbox of an account, and how far its mail is here. */
export interface MailboxRow {
  id: string
  owner_id: string
  connection_id: string
  path: string
  delimiter: string | null
  /** `MailboxRole`, or null of a plain folder, which is a label here. */
  role: string | null
  /** 0 until the mailbox was opened for the first time. */
  uid_validity: number
  /** Every uid below was met; new mail is from here on. */
  uid_next: number
  /** The state up to which changes of flags are here (RFC 7162); null where the server has none. */
  highest_modseq: string | null
  /** What the server says it has. */
  exists_count: number
  /** Rows of `mail_placement` and `mail_skipped`, counted beside them. */
  stored_count: number
  skipped_count: number
  /** pending, syncing, synced, gone or failing. */
  state: string
  /** How far back the walk is: every uid from here to `uid_next` was met. */
  oldest_uid: number
  /** The window of the walk as JSON; another one begins it again. */
  window: string | null
  problem: string | null
  subscribed: number
  last_sync_at: number | null
}

/** Where a message lies on a server, and what the server last said of it there. */
export interface PlacementRow {
  mailbox_id: string
  uid: number
  message_id: string
  owner_id: string
  /** Bits of `flag-bits.ts`. */
  flags: number
  /** The other flags, as a JSON list. */
  keywords: string
  /** The provider's labels as a JSON list; null where it has none. */
  labels: string | null
  modseq: string | null
  /** The provider's own name of the message. */
  remote_id: string | null
}

/**
 * A message of which nobody knows at the moment where all its copies lie: it lies in no mailbox any more (moved, or erased
 * there), or one that it lay in was numbered anew.
 */
export interface OrphanRow {
  message_id: string
  owner_id: string
  connection_id: string
  at: number
}

/** A change on its way to a server. */
export interface OutboxRow {
  id: string
  owner_id: string
  connection_id: string
  kind: string
  message_id: string | null
  change: string
  /** waiting, sending, done or refused. */
  state: string
  attempts: number
  problem: string | null
  at: number
}

export const { command, query } = handlersFor<MailTables>()
