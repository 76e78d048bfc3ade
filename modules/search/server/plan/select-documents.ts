import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { prepared, slot, type Compilable } from '#kernel/database/prepared.ts'
import { match } from '#kernel/database/raw.ts'
import { SearchFlag } from '../../contract.ts'
import type { DocumentRow, SearchTables } from '../database.ts'
import { kindMark } from '../index/marks.ts'
import { sources } from '../sources.ts'
import { audienceExpression, audienceOf, audienceWords } from './audience.ts'
import { audienceShare } from './audience-share.ts'
import { allOf, type Condition } from './condition.ts'
import { conditionSql } from './condition-sql.ts'
import { mark } from './full-text.ts'
import type { Plan } from './plan-query.ts'

type Database = ReadDatabase<SearchTables>

/** What a page shows of a document. */
export type FoundRow = Pick<
  DocumentRow,
  'document' | 'kind' | 'record_id' | 'parent_id' | 'title' | 'people' | 'date_at'
>

/** What to select: a plan, for whom, of which kind, and the most rows. */
export interface Selection {
  plan: Plan
  actor: Actor
  kind: string | null
  limit: number
}

/** The documents of a plan that the actor may see, in order. */
export function selectDocuments(db: Database, selection: Selection): Promise<FoundRow[]> {
  const { text, without } = selection.plan
  return text === undefined && without === undefined ? selectByRow(db, selection) : selectByText(db, selection)
}

/** The index walks its matches in order; rows are looked up until the page is full. */
async function selectByText(db: Database, { plan, actor, kind, limit }: Selection): Promise<FoundRow[]> {
  const { low, high, mask, value, conditions, oldestFirst } = plan
  const audience = audienceOf(actor)
  const expression = expressionOf(
    plan,
    (await audienceShare(db, audience)) < MOSTLY_OURS ? audienceExpression(audience, kind) : null,
    kind,
  )
  const build = () => {
    const base = db
      .selectFrom('search_index')
      // Crossed, so that the index leads whatever the planner believes of its size.
      .crossJoin('search_document')
      .select(columns)
      .whereRef('search_document.document', '=', 'search_index.rowid')
      .where(match('search_index', slot('expression')))
      .where('search_index.rowid', '>=', slot('low'))
      .where('search_index.rowid', '<=', slot('high'))
      .where((eb) => eb(eb('search_document.flags', '&' as never, slot('mask')), '=', slot('value')))
      .where((eb) => isVisible(eb as never))
      .orderBy('search_index.rowid', oldestFirst ? 'asc' : 'desc')
      .limit(limit)
    return conditions.length === 0 ? base : base.where((eb) => conditionSql(eb as never, allOf(conditions)))
  }
  // As big integers: others past 2^31 reach SQLite as reals, which the index takes for no bound at all.
  const values = {
    expression,
    low: BigInt(low),
    high: BigInt(high),
    mask,
    value,
    ...audience,
    ...audienceWords(audience),
  }
  return run(db, `text ${oldestFirst} ${limit}`, conditions, build, values)
}

/** Without text documents are walked in order, or by the keyword that fewest of them have. */
async function selectByRow(db: Database, { plan, actor, kind, limit }: Selection): Promise<FoundRow[]> {
  const { low, high, mask, value, oldestFirst } = plan
  const lead = leadingWord(plan)
  const conditions = plan.conditions.filter((condition) => condition !== lead?.condition)
  const direction = oldestFirst ? 'asc' : 'desc'
  const build = () => {
    const led = lead
      ? db
          .selectFrom('search_keyword as lead')
          .crossJoin('search_document')
          .whereRef('search_document.document', '=', 'lead.document')
          .where('lead.word', '=', slot('lead'))
          .where('lead.document', '>=', slot('low'))
          .where('lead.document', '<=', slot('high'))
          .orderBy('lead.document', direction)
      : db
          .selectFrom('search_document')
          .where('search_document.document', '>=', slot('low'))
          .where('search_document.document', '<=', slot('high'))
          .orderBy('search_document.document', direction)
    const base = (led as typeof led & ReturnType<typeof db.selectFrom<'search_document'>>)
      .select(columns)
      .where((eb) => eb(eb('search_document.flags', '&' as never, slot('mask')), '=', slot('value')))
      .where((eb) => isVisible(eb))
      .limit(limit)
    const ofKind = kind === null ? base : base.where('search_document.kind', '=', slot('kind'))
    return conditions.length === 0 ? ofKind : ofKind.where((eb) => conditionSql(eb as never, allOf(conditions)))
  }
  const audience = audienceOf(actor)
  const values = { low, high, mask, value, ...audience, ...audienceWords(audience), kind, lead: lead?.word ?? null }
  return run(db, `row ${direction} ${lead !== null} ${kind !== null} ${limit}`, conditions, build, values)
}

/** Below this share of documents that are the person's to see, the index leaves out the others itself. */
const MOSTLY_OURS = 0.8

/** Whether the person holds a token of the document's audience. Nearly all documents have one token: the whole column. */
function isVisible(eb: ExpressionBuilder<SearchTables, 'search_document'>) {
  const held = eb
    .selectFrom('search_keyword')
    .select('search_keyword.word')
    .where('search_keyword.word', 'in', [slot('myWord'), slot('ourWord')])
    .whereRef('search_keyword.document', '=', 'search_document.document')
  const single = eb('search_document.audience', 'in', [slot('mine'), slot('ours')])
  return eb.or([single, eb.exists(held)])
}

const columns = [
  'search_document.document',
  'search_document.kind',
  'search_document.record_id',
  'search_document.parent_id',
  'search_document.title',
  'search_document.people',
  'search_document.date_at',
] as const

/** Statements without conditions of their own are few and kept; the others are as many as people think of. */
function run(
  db: Database,
  shape: string,
  conditions: Condition[],
  build: () => Compilable,
  values: Parameters<typeof prepared>[3],
): Promise<FoundRow[]> {
  return prepared<FoundRow>(db, conditions.length === 0 ? shape : null, build, values)
}

/** What the index must match: the search, and where that is quicker whom the documents are for. */
function expressionOf({ text, without }: Plan, audience: string | null, kind: string | null): string {
  const ofKind = audience ?? (kind === null ? null : mark(kindMark(kind)))
  const wanted = [ofKind, text ?? null].filter((part) => part !== null)
  // The index knows no negation that stands alone: everything of any kind stands before it.
  const positive = wanted.length === 0 ? anyKind : wanted.length === 1 ? wanted[0]! : `(${wanted.join(' AND ')})`
  return without === undefined ? positive : `(${positive} NOT ${without})`
}

const anyKind = `(${sources.map((source) => mark(kindMark(source.kind))).join(' OR ')})`

/** The keyword to walk by, and the condition that it makes good. */
function leadingWord({ conditions, mask, value }: Plan): { word: string; condition: Condition | null } | null {
  const condition = conditions.find((each) => each.kind === 'words' && each.words.length === 1)
  if (condition?.kind === 'words') return { word: condition.words[0]!, condition }
  const flag = leadingFlags.find(([bit]) => (mask & value & bit) !== 0)
  return flag ? { word: flag[1], condition: null } : null
}

/** The rarest first, as mailboxes go. */
const leadingFlags: [number, string][] = [
  [SearchFlag.starred, 'is:starred'],
  [SearchFlag.trash, 'in:trash'],
  [SearchFlag.done, 'is:done'],
  [SearchFlag.attachment, 'has:attachment'],
  [SearchFlag.unread, 'is:unread'],
]
