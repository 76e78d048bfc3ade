import type { WriteDatabase } from '#kernel/database/scoped.ts'
import { command, type ImportRow, type MailTables } from '../database.ts'
import { storeBatch, type ImportItem } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { findImport } from '../store/find-import.ts'
import type { NewMessage } from '../store/insert-messages.ts'
import { paddedChunks } from '../store/rows.ts'
import { storeNew } from '../store/store-new.ts'

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
    const fresh = await withoutKnown(db, origin, items)
    const rows = await storeNew({ db, emit, holdBlob }, fresh, { ...origin, importLabel: row.label })

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
  { ownerId, importId }: { ownerId: string; importId: string },
  items: ImportItem[],
): Promise<NewMessage[]> {
  const found = items.flatMap(({ message, placement, blob }) => (message ? [{ message, placement, blob }] : []))
  const known = new Set<string>()
  for (const hashes of paddedChunks(found.map(({ message }) => message.hash))) {
    const rows = await db
      .selectFrom('mail_message')
      .select(['id', 'hash', 'import_id'])
      .where('owner_id', '=', ownerId)
      .where('hash', 'in', hashes)
      .execute()
    for (const { hash } of rows) known.add(hash)
    await keepFor(
      db,
      importId,
      rows.filter(({ import_id }) => import_id === null).map(({ id }) => id),
    )
  }
  return found.filter(({ message }) => !known.has(message.hash) && known.add(message.hash))
}

/** What only a server brought is in an archive too: it stays when the server has it no more. */
async function keepFor(db: WriteDatabase<MailTables>, importId: string, ids: string[]): Promise<void> {
  if (ids.length > 0) await db.updateTable('mail_message').set({ import_id: importId }).where('id', 'in', ids).execute()
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
