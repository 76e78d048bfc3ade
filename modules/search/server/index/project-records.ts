import type { ProjectionContext, StoredEvent } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import type { SearchDocument } from '../../contract.ts'
import { projection, type DocumentRow, type SearchTables } from '../database.ts'
import { sources, type Change, type Source } from '../sources.ts'
import { documentColumns } from './document-columns.ts'
import { indexDocuments, removeDocuments, updateRow, type Incoming } from './index-documents.ts'
import { mergeIndex, noteIndexed, scrubIndex } from './merge-index.ts'
import { removeAllText } from './stored-text.ts'

type Context = ProjectionContext<SearchTables>

/** Keeps the index as the records are. What changes state only touches a row and leaves the text alone. */
export default projection({
  name: 'search',
  events: sources.flatMap(({ events }) => events.map(([event]) => event)),
  // Some 6 ms of text of mailing lists; one in ten takes 10.
  batch: 40,
  async handle(context, events) {
    noteIndexed()
    for (const source of sources) await follow(context, source, changesOf(source, events))
  },
  async reset({ db }) {
    await removeAllText(db)
    await db.deleteFrom('search_keyword').execute()
    await db.deleteFrom('search_document').execute()
    await db.deleteFrom('search_audience').execute()
  },
  idle: mergeIndex,
  scrub: scrubIndex,
})

/** What a batch of events means a record: the greatest of its changes. */
function changesOf(source: Source, events: StoredEvent[]): Map<string, Change> {
  const meanings = new Map(source.events.map(([event, change]) => [event.name, change]))
  const changes = new Map<string, Change>()
  for (const { type, subjectId } of events) {
    const change = meanings.get(type)
    if (change && changes.get(subjectId) !== 'text') changes.set(subjectId, change === 'gone' ? 'text' : change)
  }
  return changes
}

async function follow(context: Context, source: Source, changes: Map<string, Change>): Promise<void> {
  if (changes.size === 0) return
  const { db } = context
  const known = await knownRows(context, source.kind, [...changes.keys()])
  const stateIds = idsOf(changes, 'state').filter((id) => known.has(id))
  const states = await documentsOf(context, source, stateIds, false)
  const changed: string[] = []
  for (const id of stateIds) {
    const row = known.get(id)!
    const document = states.get(id)
    if (document && isSameText(row, document)) await updateRow(db, row, document)
    else changed.push(id)
  }

  const textIds = [...changes.keys()].filter((id) => changes.get(id) === 'text' || !known.has(id)).concat(changed)
  const documents = await documentsOf(context, source, textIds, true)
  const gone = textIds.filter((id) => !documents.has(id))
  await removeDocuments(
    db,
    gone.flatMap((id) => known.get(id) ?? []),
  )
  const incoming: Incoming[] = Array.from(documents.values(), (document) => ({
    kind: source.kind,
    document,
    known: known.get(document.id),
  }))
  await indexDocuments(db, incoming)
}

/** Whether what the index has of a record's text still holds, as far as its row tells. */
function isSameText(row: DocumentRow, document: SearchDocument): boolean {
  return (
    row.title === document.title &&
    row.date_at === document.date &&
    row.audience === document.audience.toSorted().join('\n')
  )
}

function idsOf(changes: Map<string, Change>, wanted: Change): string[] {
  return [...changes].filter(([, change]) => change === wanted).map(([id]) => id)
}

async function knownRows({ db }: Context, kind: string, ids: string[]): Promise<Map<string, DocumentRow>> {
  const rows = await db
    .selectFrom('search_document')
    .select(documentColumns)
    .where('kind', '=', kind)
    .where('record_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.record_id, row]))
}

async function documentsOf(
  { ask }: Context,
  source: Source,
  ids: string[],
  textToo: boolean,
): Promise<Map<string, SearchDocument>> {
  if (ids.length === 0) return new Map()
  const answer = await ask(source.documents, { ids, textToo })
  if (answer instanceof Failure) throw new Error(`${source.documents.name} refused: ${answer.code}`)
  return new Map(answer.items.map((document) => [document.id, document]))
}
