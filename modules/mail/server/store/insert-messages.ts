import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { ContentRow, MailTables, MessageDetails, MessageRow } from '../database.ts'
import type { Placement, PreparedAttachment, PreparedMessage } from '../import/prepared-message.ts'
import { insertRow } from './rows.ts'

/** Recipients a list shows; a message opened shows all. */
const LISTED_RECIPIENTS = 20

/** A message that is not in the store yet, and where it is to lie. */
export interface NewMessage {
  message: PreparedMessage
  placement: Placement
  /** SHA-256 of the file that holds a large source. */
  blob: string | null
}

/** Where new messages come from and go to. */
export interface Origin {
  ownerId: string
  /** Null of what a server brought. */
  importId: string | null
}

/** Inserts messages with their contents and attachments; `threadIds` in their order. */
export async function insertMessages(
  db: WriteDatabase<MailTables>,
  items: NewMessage[],
  threadIds: string[],
  origin: Origin,
): Promise<MessageRow[]> {
  const rows = items.map((item, n) => toRow(item, threadIds[n]!, origin))
  for (const [n, row] of rows.entries()) {
    await insertRow(db, 'mail_message', row)
    await insertRow(db, 'mail_content', toContent(items[n]!, row))
    for (const attachment of items[n]!.message.attachments) await insertAttachment(db, attachment, row)
  }
  return rows
}

function toRow({ message, placement }: NewMessage, threadId: string, { ownerId, importId }: Origin): MessageRow {
  return {
    id: uuidv7(),
    owner_id: ownerId,
    hash: message.hash,
    message_id: message.messageId,
    thread_id: threadId,
    date_at: message.date,
    subject: message.subject,
    from_name: message.from?.name ?? '',
    from_address: message.from?.address ?? '',
    recipients: JSON.stringify(message.to.slice(0, LISTED_RECIPIENTS)),
    snippet: message.snippet,
    size: message.size,
    seen: placement.seen ? 1 : 0,
    starred: placement.starred ? 1 : 0,
    answered: placement.answered ? 1 : 0,
    place: placement.place ?? (placement.trashed ? 'trash' : 'inbox'),
    has_attachments: message.attachments.some(({ inline }) => !inline) ? 1 : 0,
    import_id: importId,
    rev: 1,
  }
}

function toContent({ message, blob }: NewMessage, row: MessageRow): ContentRow {
  const { to, cc, bcc, replyTo, defects } = message
  const details: MessageDetails = { ...(to.length > LISTED_RECIPIENTS && { to }), cc, bcc, replyTo, defects }
  return {
    message_id: row.id,
    owner_id: row.owner_id,
    source: message.source,
    blob,
    head: message.head,
    text: message.text,
    enclosed_text: message.enclosedText,
    has_html: message.hasHtml ? 1 : 0,
    list_id: message.listId,
    details: JSON.stringify(details),
  }
}

async function insertAttachment(
  db: WriteDatabase<MailTables>,
  attachment: PreparedAttachment,
  row: MessageRow,
): Promise<void> {
  await insertRow(db, 'mail_attachment', {
    id: uuidv7(),
    message_id: row.id,
    owner_id: row.owner_id,
    part_id: attachment.partId,
    filename: attachment.filename,
    content_type: attachment.contentType,
    size: attachment.size,
    sha256: attachment.sha256,
    inline: attachment.inline ? 1 : 0,
    content_id: attachment.contentId,
  })
}
