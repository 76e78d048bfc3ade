import { uuidv7 } from '#base/ids.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { labelChanged, messageAdded, messageChanged } from '../../contract.ts'
import { command, type ImportRow, type MailTables, type MessageRow } from '../database.ts'
import type { PreparedMessage } from '../import/prepared-message.ts'
import { storeBatch, type ImportItem } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { ensureLabel } from '../store/labels.ts'
import { refreshThreads } from '../store/refresh-threads.ts'
import { SqlThreadStore } from '../store/sql-thread-store.ts'
import { joinThreads } from '../threading/join-threads.ts'

const MAX_FAILURES_KEPT = 100

export default command(storeBatch, async ({ db, actor, changed, emit, fail }, { importId, resumeAt, bytesDone, items }) => {
  const ownerId = ownerOf(actor)
  const row = await db.selectFrom('mail_import').selectAll().where('id', '=', importId).where('owner_id', '=', ownerId).executeTakeFirst()
  if (!row) return fail('import-not-found')
  // A step that was taken already: its answer got lost, its rows did not.
  if (resumeAt <= row.resume_at) return { stored: 0, duplicates: 0 }

  const fresh = await withoutKnown(db, ownerId, items)
  const threads = new SqlThreadStore(db, ownerId)
  const threadIds = await joinThreads(threads, fresh.map(({ message }) => ({ messageId: message.messageId, linked: message.linked })))
  const moved = await moveMerged(db, threads.merged)
  const rows = fresh.map((item, n) => toRow(item, ownerId, importId, threadIds[n]!))
  await insertAll(db, ownerId, fresh, rows)

  for (const labelled of await labelRows(db, ownerId, row.label, fresh, rows, (id) => emit(labelChanged, { id }))) {
    await db.insertInto('mail_message_label').values(labelled).execute()
  }
  await refreshThreads(db, ownerId, [...rows.map(({ thread_id }) => thread_id), ...threads.merged.keys(), ...threads.merged.values()])
  for (const { id } of rows) emit(messageAdded, { id, importId })
  for (const id of moved) emit(messageChanged, { id })

  const found = items.filter(({ message }) => message !== null).length
  await db.updateTable('mail_import').set(progress(row, { resumeAt, bytesDone, items, stored: rows.length, found })).where('id', '=', importId).execute()
  const answer = { stored: rows.length, duplicates: found - rows.length }
  changed(null, { importId, ...answer })
  return answer
})

type Fresh = ImportItem & { message: PreparedMessage }

/** The items whose message is not in the store yet, each once. */
async function withoutKnown(db: WriteDatabase<MailTables>, ownerId: string, items: ImportItem[]): Promise<Fresh[]> {
  const found = items.filter((item): item is Fresh => item.message !== null)
  if (found.length === 0) return []
  const rows = await db
    .selectFrom('mail_message')
    .select('hash')
    .where('owner_id', '=', ownerId)
    .where('hash', 'in', found.map(({ message }) => message.hash))
    .execute()
  const known = new Set(rows.map(({ hash }) => hash))
  return found.filter(({ message }) => !known.has(message.hash) && known.add(message.hash))
}

/** Messages of threads that turned out to be one go to the thread that stays. */
async function moveMerged(db: WriteDatabase<MailTables>, merged: ReadonlyMap<string, string>): Promise<string[]> {
  const moved: string[] = []
  for (const [from, into] of merged) {
    const rows = await db.updateTable('mail_message').set({ thread_id: into }).where('thread_id', '=', from).returning('id').execute()
    moved.push(...rows.map(({ id }) => id))
  }
  return moved
}

function toRow({ message, placement }: Fresh, ownerId: string, importId: string, threadId: string): MessageRow {
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
    recipients: JSON.stringify(message.to),
    snippet: message.snippet,
    size: message.size,
    seen: placement.seen ? 1 : 0,
    starred: placement.starred ? 1 : 0,
    place: placement.trashed ? 'trash' : 'inbox',
    has_attachments: message.attachments.some(({ inline }) => !inline) ? 1 : 0,
    import_id: importId,
    rev: 1,
  }
}

async function insertAll(db: WriteDatabase<MailTables>, ownerId: string, fresh: Fresh[], rows: MessageRow[]): Promise<void> {
  for (const [n, row] of rows.entries()) {
    const { message, blob } = fresh[n]!
    await db.insertInto('mail_message').values(row).execute()
    await db
      .insertInto('mail_content')
      .values({
        message_id: row.id,
        owner_id: ownerId,
        source: message.source,
        blob,
        head: message.head,
        text: message.text,
        enclosed_text: message.enclosedText,
        has_html: message.hasHtml ? 1 : 0,
        list_id: message.listId,
        details: JSON.stringify({ cc: message.cc, bcc: message.bcc, replyTo: message.replyTo, defects: message.defects }),
      })
      .execute()
    for (const attachment of message.attachments) {
      await db
        .insertInto('mail_attachment')
        .values({
          id: uuidv7(),
          message_id: row.id,
          owner_id: ownerId,
          part_id: attachment.partId,
          filename: attachment.filename,
          content_type: attachment.contentType,
          size: attachment.size,
          sha256: attachment.sha256,
          inline: attachment.inline ? 1 : 0,
          content_id: attachment.contentId,
        })
        .execute()
    }
  }
}

async function labelRows(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  importLabel: string | null,
  fresh: Fresh[],
  rows: MessageRow[],
  created: (id: string) => void,
): Promise<MailTables['mail_message_label'][]> {
  const labelled: MailTables['mail_message_label'][] = []
  for (const [n, row] of rows.entries()) {
    const names = new Set([importLabel, fresh[n]!.placement.folder].filter((name) => name !== null && name !== ''))
    for (const name of names) {
      const label = await ensureLabel(db, ownerId, name!)
      if (label.created) created(label.id)
      labelled.push({ message_id: row.id, label_id: label.id, owner_id: ownerId, date_at: row.date_at })
    }
  }
  return labelled
}

function progress(row: ImportRow, step: { resumeAt: number; bytesDone: number; items: ImportItem[]; stored: number; found: number }) {
  const failed = JSON.parse(row.failed) as unknown[]
  const failures = step.items.flatMap(({ index, failure }) => (failure ? [{ index, ...failure }] : []))
  return {
    resume_at: step.resumeAt,
    bytes_done: step.bytesDone,
    seen: row.seen + step.items.length,
    stored: row.stored + step.stored,
    duplicates: row.duplicates + step.found - step.stored,
    failures: row.failures + failures.length,
    failed: JSON.stringify([...failed, ...failures].slice(0, MAX_FAILURES_KEPT)),
  }
}
