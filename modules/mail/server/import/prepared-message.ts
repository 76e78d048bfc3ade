import type { Address, Place } from '../../contract.ts'

/** A message as the import's threads hand it to the store: parsed, hashed, compressed. */
export interface PreparedMessage {
  /** SHA-256 of the canonical source, hex: the message's identity. */
  hash: string
  messageId: string | null
  /** Ids it is linked to for threading. */
  linked: string[]
  subject: string
  from: Address | null
  to: Address[]
  cc: Address[]
  bcc: Address[]
  replyTo: Address[]
  /** Epoch milliseconds, already bounded to what a calendar can show. */
  date: number
  snippet: string
  /** Bytes of the source. */
  size: number
  hasHtml: boolean
  listId: string | null
  defects: string[]
  /** zstd; null when `large` has the source. */
  source: Uint8Array | null
  /** The source of a message too large for a row, as it is. */
  large: Uint8Array | null
  head: Uint8Array | null
  text: Uint8Array | null
  /** zstd of the text of messages inside this one; found by search, not shown with it. */
  enclosedText: Uint8Array | null
  attachments: PreparedAttachment[]
}

export interface PreparedAttachment {
  partId: string
  filename: string | null
  contentType: string
  size: number
  sha256: string
  inline: boolean
  contentId: string | null
}

/** What an import or a server knows of a message beside its source. */
export interface Placement {
  seen: boolean
  starred: boolean
  answered?: boolean
  trashed: boolean
  /** The folder in the archive, which becomes a label. */
  folder: string | null
  /** Where it lies, where a server says so. */
  place?: Place
  /** More labels. */
  labels?: string[]
}
