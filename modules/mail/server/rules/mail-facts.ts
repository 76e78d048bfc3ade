import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { Address } from '../../contract.ts'
import type { ContentRow, MailTables, MessageDetails, MessageRow } from '../database.ts'
import { searchBody } from '../store/search-body.ts'
import { wordsOf } from './words.ts'

/** The fields of a message that a condition may ask for, as words. */
export type TextFact = 'from' | 'to' | 'subject' | 'body' | 'filename' | 'list'

/** A message as conditions look at it; a text is taken apart when it is first asked for. */
export class MailFacts {
  readonly row: MessageRow
  /** The accounts that have it; none of an import. */
  readonly connections: ReadonlySet<string>
  readonly #texts: Record<TextFact, () => string>
  readonly #words = new Map<TextFact, string[]>()

  constructor(row: MessageRow, content: Content | undefined, files: string[], connections: ReadonlySet<string>) {
    this.row = row
    this.connections = connections
    this.#texts = {
      from: () => `${row.from_name} ${row.from_address}`,
      to: () => (content ? recipientsOf(row, content) : ''),
      subject: () => row.subject,
      body: () => (content ? searchBody(content) : ''),
      filename: () => files.join('\n'),
      list: () => content?.list_id ?? '',
    }
  }

  words(name: TextFact): string[] {
    const known = this.#words.get(name)
    if (known) return known
    const words = wordsOf(this.#texts[name]())
    this.#words.set(name, words)
    return words
  }
}

type Content = Pick<ContentRow, 'text' | 'enclosed_text' | 'details' | 'list_id'>

/** What is known of messages, in their order. `withText` also reads the texts, which is most of the work. */
export async function factsOf(
  handle: ReadDatabase<MailTables> | WriteDatabase<MailTables>,
  rows: MessageRow[],
  withText: boolean,
): Promise<MailFacts[]> {
  if (rows.length === 0) return []
  const db = handle as ReadDatabase<MailTables>
  const ids = rows.map(({ id }) => id)
  const contents = await db
    .selectFrom('mail_content')
    .select(['message_id', 'details', 'list_id'])
    .$if(withText, (select) => select.select(['text', 'enclosed_text']))
    .where('message_id', 'in', ids)
    .execute()
  const byId = new Map(
    contents.map(({ message_id, text = null, enclosed_text = null, ...rest }) => [
      message_id,
      { ...rest, text, enclosed_text },
    ]),
  )
  const files = await filesOf(db, ids)
  const connections = await connectionsOf(db, ids)
  return rows.map(
    (row) => new MailFacts(row, byId.get(row.id), files.get(row.id) ?? [], connections.get(row.id) ?? NOWHERE),
  )
}

const NOWHERE: ReadonlySet<string> = new Set()

function recipientsOf(row: MessageRow, content: Content): string {
  const { to = JSON.parse(row.recipients) as Address[], cc, bcc } = JSON.parse(content.details) as MessageDetails
  return [...to, ...cc, ...bcc].map(({ name, address }) => `${name} ${address}`).join('\n')
}

async function filesOf(db: ReadDatabase<MailTables>, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('mail_attachment')
    .select(['message_id', 'filename'])
    .where('message_id', 'in', ids)
    .where('filename', 'is not', null)
    .execute()
  const names = new Map<string, string[]>()
  for (const { message_id, filename } of rows) names.set(message_id, [...(names.get(message_id) ?? []), filename!])
  return names
}

async function connectionsOf(db: ReadDatabase<MailTables>, ids: string[]): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('mail_placement')
    .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
    .select(['mail_placement.message_id', 'mail_mailbox.connection_id'])
    .where('mail_placement.message_id', 'in', ids)
    .execute()
  const found = new Map<string, Set<string>>()
  for (const { message_id, connection_id } of rows)
    found.set(message_id, (found.get(message_id) ?? new Set()).add(connection_id))
  return found
}
