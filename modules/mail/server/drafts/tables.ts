import type { Address } from '../../contract.ts'

/** The tables of what is written and sent. */
export interface DraftTables {
  mail_draft: DraftRow
  mail_draft_attachment: DraftAttachmentRow
  mail_identity: IdentityRow
  mail_outgoing: OutgoingRow
}

export interface DraftRow {
  id: string
  owner_id: string
  kind: string
  connection_id: string | null
  identity_id: string | null
  /** `Recipients` as JSON. */
  recipients: string
  subject: string
  body_text: string
  body_html: string | null
  /** The message it answers or forwards. */
  in_reply_to: string | null
  /** `ThreadHeaders` as JSON: they outlive the message. */
  thread_headers: string | null
  conflict_of: string | null
  /** What carries it while it is on its way; such a draft is in no list and cannot be changed. */
  outgoing_id: string | null
  /** Its copy on its mail server, a message in `COPY_PLACE`; null where it has none. */
  copy_id: string | null
  /** The revision that the copy has. */
  copied_rev: number | null
  /** The number of the run that copies it next. */
  copy_run: number
  rev: number
  created_at: number
  updated_at: number
}

export interface Recipients {
  to: Address[]
  cc: Address[]
  bcc: Address[]
}

/** Message ids without brackets, for In-Reply-To and References (RFC 5322, 3.6.4). */
export interface ThreadHeaders {
  inReplyTo: string | null
  references: string[]
}

export interface DraftAttachmentRow {
  id: string
  owner_id: string
  draft_id: string
  /** SHA-256 of its file, which the draft holds. */
  blob: string
  filename: string
  content_type: string
  size: number
  inline: number
  content_id: string | null
}

export interface IdentityRow {
  id: string
  owner_id: string
  connection_id: string | null
  address: string
  name: string
  reply_to: string | null
  signature_text: string
  signature_html: string | null
  is_default: number
  rev: number
  created_at: number
}

export interface OutgoingRow {
  id: string
  owner_id: string
  state: string
  draft_id: string | null
  connection_id: string
  /** `Envelope` as JSON. */
  envelope: string
  subject: string
  /** Message-ID without brackets, fixed for all tries. */
  message_id: string
  /** `FrozenContent` as JSON until the message is sent: what its source is made of. */
  content: string | null
  /** SHA-256 of the file with the source, once it is made. */
  source: string | null
  send_at: number
  undo_until: number
  attempts: number
  /** The job that sends it now. */
  job_id: string | null
  /** Whether the copy is to be appended to the server's sent mail: some providers do so themselves. */
  appends: number
  problem: string | null
  /** Recipients that the server refused, as JSON. */
  refused: string
  sent_copy: string | null
  created_at: number
  sent_at: number | null
}

/** Who it is from and goes to. */
export interface Envelope extends Recipients {
  from: Address
}

/** What the source is made of, as it was when the message was sent. */
export interface FrozenContent {
  /** Epoch milliseconds of the Date field. */
  date: number
  replyTo: string | null
  text: string
  html: string | null
  thread: ThreadHeaders | null
  attachments: FrozenAttachment[]
}

export interface FrozenAttachment {
  blob: string
  filename: string
  contentType: string
  inline: boolean
  contentId: string | null
}

/** How each of these tables belongs. */
export const draftTables = {
  mail_draft: 'workspace',
  mail_draft_attachment: 'workspace',
  mail_identity: 'workspace',
  mail_outgoing: 'workspace',
} as const
