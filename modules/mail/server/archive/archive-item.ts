/** What a mail archive knows of a message beside its source; false where it says nothing. */
export interface MessageFlags {
  seen: boolean
  flagged: boolean
  answered: boolean
  draft: boolean
  trashed: boolean
}

/** Why one message of an archive cannot be had; the archive is read on. */
export interface ItemFailure {
  code: ItemFailureCode
  reason: string
}

export type ItemFailureCode = 'message-too-large' | 'message-empty' | 'not-mail'

/** One message of an archive, or the reason why it cannot be had (then `source` is empty). */
export interface ArchiveItem {
  /** Position among the items of the archive, from 0. */
  index: number
  /** Bytes of the decompressed archive up to the end of this item; as `skip` it resumes after it. */
  offset: number
  /** The path inside a tar, else null. */
  path: string | null
  /** The source as it was received, unquoted where an mbox quoted it. `canonicalSource` of it is the message's identity. */
  source: Uint8Array
  flags: MessageFlags
  /** The folder the archive names for it, with `/` between levels; null at the root. */
  mailbox: string | null
  /** When it was delivered, in milliseconds UTC, where the archive says so. */
  receivedAt: number | null
  failure?: ItemFailure
}

/** What a reader of one message finds; `readArchive` numbers it. */
export type FoundItem = Omit<ArchiveItem, 'index'>

/** No flags: what an archive without flags says of a message. */
export const noFlags: Readonly<MessageFlags> = Object.freeze({
  seen: false,
  flagged: false,
  answered: false,
  draft: false,
  trashed: false,
})

/** An item that stands for a message that cannot be had. */
export function failedItem(code: ItemFailureCode, reason: string, place: Partial<FoundItem>): FoundItem {
  return {
    offset: 0,
    path: null,
    mailbox: null,
    receivedAt: null,
    ...place,
    source: new Uint8Array(0),
    flags: { ...noFlags },
    failure: { code, reason },
  }
}
