import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { SearchDocument } from '../../contract.ts'
import type { DocumentRow, SearchTables } from '../database.ts'
import { nextNumber, wantedNumber } from './document-number.ts'
import { countAudiences } from './count-audiences.ts'
import { insertText, removeText } from './stored-text.ts'
import { textOf } from './text-of.ts'
import { wordsOf } from './words-of.ts'

type Database = WriteDatabase<SearchTables>

/** A document on its way into the index, with what the index knows of it now. */
export interface Incoming {
  kind: string
  document: SearchDocument
  known: DocumentRow | undefined
}

/** Writes rows and text of documents, new ones and those whose text has changed. */
export async function indexDocuments(db: Database, incoming: Incoming[]): Promise<void> {
  const moved = incoming.filter(({ known, document }) => known && known.date_at !== document.date)
  await removeDocuments(
    db,
    moved.map(({ known }) => known!),
  )

  const kept = incoming.filter((item) => !moved.includes(item))
  const added = [...moved, ...kept.filter(({ known }) => !known)]
  const rows = await insertRows(db, added)
  const texts: { item: Incoming; row: DocumentRow; old: boolean }[] = added.map((item, n) => ({
    item,
    row: rows[n]!,
    old: false,
  }))
  for (const item of kept) {
    if (item.known) texts.push({ item, row: await updateRow(db, item.known, item.document), old: true })
  }

  // Ascending, since a number below the last one makes the index write out what it has gathered.
  texts.sort((a, b) => a.row.document - b.row.document)
  for (const { item, row, old } of texts) {
    if (old) await removeText(db, row.document)
    await insertText(db, row.document, textOf(item.kind, item.document))
  }
}

/** Takes documents out of the index. */
export async function removeDocuments(db: Database, rows: DocumentRow[]): Promise<void> {
  if (rows.length === 0) return
  for (const row of rows.toSorted((a, b) => a.document - b.document)) {
    await removeText(db, row.document)
    await removeWords(db, row.document, wordsIn(row))
  }
  await db
    .deleteFrom('search_document')
    .where(
      'document',
      'in',
      rows.map(({ document }) => document),
    )
    .execute()
  await countAudiences(db, rows, -1)
}

/** Writes what may change without the text: flags, labels, keywords, thread. */
export async function updateRow(db: Database, known: DocumentRow, document: SearchDocument): Promise<DocumentRow> {
  const row = toRow(known.kind, document, known.document)
  await db.updateTable('search_document').set(row).where('document', '=', known.document).execute()
  const before = new Set(wordsIn(known))
  const after = new Set(wordsIn(row))
  await removeWords(db, known.document, [...before.difference(after)])
  await insertWords(
    db,
    [...after.difference(before)].map((word) => ({ word, document: known.document })),
  )
  if (row.audience !== known.audience) {
    await countAudiences(db, [known], -1)
    await countAudiences(db, [row], 1)
  }
  return row
}

/** Gives each its number; one that is taken is left for the next. */
async function insertRows(db: Database, added: Incoming[]): Promise<DocumentRow[]> {
  if (added.length === 0) return []
  const rows = added.map(({ kind, document }) => toRow(kind, document, wantedNumber(document.date, document.id)))
  let waiting = rows
  while (waiting.length > 0) {
    const inserted = await db
      .insertInto('search_document')
      .values(waiting)
      .onConflict((conflict) => conflict.column('document').doNothing())
      .returning('record_id')
      .execute()
    const done = new Set(inserted.map(({ record_id }) => record_id))
    waiting = waiting.filter(({ record_id }) => !done.has(record_id))
    for (const row of waiting) row.document = nextNumber(row.document)
  }
  await countAudiences(db, rows, 1)
  await insertWords(
    db,
    rows.flatMap((row) => wordsIn(row).map((word) => ({ word, document: row.document }))),
  )
  return rows
}

function toRow(kind: string, document: SearchDocument, number: number): DocumentRow {
  return {
    document: number,
    kind,
    record_id: document.id,
    parent_id: document.parentId,
    title: document.title,
    people: document.people,
    date_at: document.date,
    size: document.size,
    flags: document.flags,
    due_at: document.due,
    keywords: wordsOf(document).join('\n'),
    audience: document.audience.toSorted().join('\n'),
  }
}

function wordsIn({ keywords }: DocumentRow): string[] {
  return keywords === '' ? [] : keywords.split('\n')
}

async function insertWords(db: Database, rows: { word: string; document: number }[]): Promise<void> {
  // A statement has room for 32,766 values.
  for (let at = 0; at < rows.length; at += 5000) {
    await db
      .insertInto('search_keyword')
      .values(rows.slice(at, at + 5000))
      .execute()
  }
}

async function removeWords(db: Database, document: number, words: string[]): Promise<void> {
  if (words.length === 0) return
  await db.deleteFrom('search_keyword').where('word', 'in', words).where('document', '=', document).execute()
}
