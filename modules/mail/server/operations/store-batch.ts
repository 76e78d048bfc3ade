import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { labelChanged, messageAdded, messageChanged } from '../../contract.ts'
import { command, type ImportRow, type MailTables } from '../database.ts'
import { storeBatch, type ImportItem } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { findImport } from '../store/find-import.ts'
import { growThreads } from '../store/grow-threads.ts'
import { insertMessages, type NewMessage } from '../store/insert-messages.ts'
import { labelMessages } from '../store/label-messages.ts'
import { moveMerged } from '../store/move-merged.ts'
import { paddedChunks } from '../store/rows.ts'
import { SqlThreadStore } from '../store/sql-thread-store.ts'
import { joinThreads } from '../threading/join-threads.ts'

const MAX_FAILURES_KEPT = 100

export default command(
  storeBatch,
  async ({ db, actor, emit, fail, holdBlob }, { importId, resumeAt, bytesDone, items }) => {
    const row = await findImport(db, actor, importId)
    if (!row) return fail('import-not-found')
    if (row.state === 'undoing' || row.state === 'undone') return fail('already-undone')
    // A step that was taken already: its answer got lost, its rows did not.
    if (resumeAt <= row.resume_at) return { stored: 0, duplicates: 0 }

    const origin = { ownerId: ownerOf(actor), importId }
    const fresh = await withoutKnown(db, origin.ownerId, items)
    const threads = new SqlThreadStore(db, origin.ownerId)
    const threadIds = await joinThreads(
      threads,
      fresh.map(({ message }) => ({ messageId: message.messageId, linked: message.linked })),
    )
    const moved = await moveMerged(db, threads.merged)
    const rows = await insertMessages(db, fresh, threadIds, origin)
    const labels = await labelMessages(db, fresh, rows, { ...origin, importLabel: row.label })
    await growThreads(db, origin.ownerId, rows, threads.merged)

    for (const [n, { blob }] of fresh.entries()) {
      if (blob) await holdBlob(blob, { kind: 'mail.message', id: rows[n]!.id })
    }
    for (const id of labels) emit(labelChanged, { id })
    for (const { id } of rows) emit(messageAdded, { id, importId })
    for (const id of moved) emit(messageChanged, { id })

    const found = items.filter(({ message }) => message !== null).length
    await db
      .updateTable('mail_import')
      .set(progress(row, { resumeAt, bytesDone, items, stored: rows.length, found }))
      .where('id', '=', importId)
      .execute()
    return { stored: rows.length, duplicates: found - rows.length }
  },
)

/** The messages that are not in the store yet, each once. */
async function withoutKnown(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  items: ImportItem[],
): Promise<NewMessage[]> {
  const found = items.flatMap(({ message, placement, blob }) => (message ? [{ message, placement, blob }] : []))
  const known = new Set<string>()
  for (const hashes of paddedChunks(found.map(({ message }) => message.hash))) {
    const rows = await db
      .selectFrom('mail_message')
      .select('hash')
      .where('owner_id', '=', ownerId)
      .where('hash', 'in', hashes)
      .execute()
    for (const { hash } of rows) known.add(hash)
  }
  return found.filter(({ message }) => !known.has(message.hash) && known.add(message.hash))
}

function progress(
  row: ImportRow,
  step: { resumeAt: number; bytesDone: number; items: ImportItem[]; stored: number; found: number },
) {
  const failures = step.items.flatMap(({ index, failure }) => (failure ? [{ index, ...failure }] : []))
  return {
    resume_at: step.resumeAt,
    bytes_done: step.bytesDone,
    seen: row.seen + step.items.length,
    stored: row.stored + step.stored,
    duplicates: row.duplicates + step.found - step.stored,
    ...(failures.length > 0 && {
      failures: row.failures + failures.length,
      failed: JSON.stringify([...(JSON.parse(row.failed) as unknown[]), ...failures].slice(0, MAX_FAILURES_KEPT)),
    }),
  }
}
