import { parseQuery } from '#base/query/parse-query.ts'
import type { Actor } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { searchFields } from '#modules/search/fields.ts'
import { find, type SearchHit } from '#modules/search/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { importBytes, openSearchedApp, rows } from '../mail/mail-app.ts'
import { mailText, mbox, type MailText } from '../mail/write-mail.ts'

/** A Daybook with this mail in it, found. */
export async function openWithMail(mails: MailText[]): Promise<TestApp> {
  const app = await openSearchedApp()
  await importBytes(app, Buffer.from(mbox(mails.map(mailText))))
  return app
}

/** The titles that a search finds, in the order of its answer. */
export async function titles(
  app: TestApp,
  q: string,
  options: { type?: 'mail' | 'task'; as?: Actor } = {},
): Promise<string[]> {
  return (await hits(app, q, options)).map(({ title }) => title)
}

export async function hits(
  app: TestApp,
  q: string,
  { as = app.owner, type, snippets = false }: { type?: 'mail' | 'task'; as?: Actor; snippets?: boolean } = {},
): Promise<SearchHit[]> {
  const answer = await app.as(as).call(find, { q, snippets, limit: 200, ...(type && { type }) })
  if (answer instanceof Failure) throw new Error(`${q}: ${answer.detail}`)
  return answer.items
}

/** Every table of search as it lies in the database; on SQLite the pages of the index are merged into one segment. */
export async function searchTables(app: TestApp): Promise<Record<string, unknown[]>> {
  return {
    search_document: await rows(app, 'SELECT * FROM search_document ORDER BY document'),
    search_keyword: (await rows(app, 'SELECT * FROM search_keyword')).toSorted((a, b) =>
      keywordOf(a) < keywordOf(b) ? -1 : 1,
    ),
    search_audience: await rows(app, 'SELECT * FROM search_audience ORDER BY audience'),
    texts: await textRows(app),
  }
}

/** What the full text of all documents lies in; empty when there is none. */
export async function textRows(app: TestApp): Promise<unknown[]> {
  const { database } = app.daybook
  if (database.dialect === 'postgres')
    return rows(
      app,
      "SELECT document, words::text AS words, encode(neighbours, 'hex') AS neighbours FROM search_vector ORDER BY document",
    )
  await database.maintain("INSERT INTO search_index (search_index) VALUES ('optimize')")
  return [
    // An origin says in which write a document came: bookkeeping for deletions.
    ...(await rows(app, 'SELECT id, hex(sz) AS sizes FROM search_index_docsize ORDER BY id')),
    // Rows up to 10 hold totals and which segments there are; the others are pages, in the order of their words.
    ...(await rows(app, 'SELECT hex(block) AS page FROM search_index_data WHERE id > 10 ORDER BY id')),
  ]
}

/** Databases collate differently. */
const keywordOf = (row: Record<string, unknown>) => `${String(row.word)} ${String(row.document)}`

/** Whether the grammar reads it. */
export function isReadable(q: string): boolean {
  return parseQuery(q, { fields: searchFields, now: Date.now(), timeZone: 'UTC' }).ok
}
