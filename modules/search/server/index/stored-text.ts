import { dialectOf } from '#kernel/database/dialect.ts'
import { prepared, slot } from '#kernel/database/prepared.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { SearchTables, TextColumn } from '../database.ts'
import { textVector } from '../words/text-vector.ts'

type Database = WriteDatabase<SearchTables>

/** Puts a document's text into the index: SQLite's own, or a vector on PostgreSQL. */
export async function insertText(
  db: Database,
  document: number,
  text: Readonly<Record<TextColumn, string>>,
): Promise<void> {
  if (dialectOf(db) === 'sqlite') {
    await prepared(db, 'insert-text', () => db.insertInto('search_index').values(textSlots), {
      rowid: document,
      ...text,
    })
    return
  }
  const values = { document: slot('document'), words: slot('words'), neighbours: slot('neighbours') }
  await prepared(db, 'insert-vector', () => db.insertInto('search_vector').values(values), {
    document,
    ...textVector(text),
  })
}

export async function removeText(db: Database, document: number): Promise<void> {
  if (dialectOf(db) === 'sqlite') await db.deleteFrom('search_index').where('rowid', '=', document).execute()
  else await db.deleteFrom('search_vector').where('document', '=', document).execute()
}

/** Empties the index. */
export async function removeAllText(db: Database): Promise<void> {
  if (dialectOf(db) === 'postgres') await db.deleteFrom('search_vector').execute()
  else
    await db
      .insertInto('search_index')
      .values({ search_index: 'delete-all' } as never)
      .execute()
}

const textSlots = {
  rowid: slot('rowid'),
  title: slot('title'),
  sender: slot('sender'),
  recipients: slot('recipients'),
  files: slot('files'),
  body: slot('body'),
  marks: slot('marks'),
} as never
