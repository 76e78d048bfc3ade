import type { Actor } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { prepared, slot, type Compilable } from '#kernel/database/prepared.ts'
import { match } from '#kernel/database/raw.ts'
import { SearchFlag } from '../../contract.ts'
import type { DocumentRow, SearchTables } from '../database.ts'
import { audienceExpression, audienceWords } from './audience.ts'
import { allOf, type Condition } from './condition.ts'
import { conditionSql } from './condition-sql.ts'
import type { Plan } from './plan-query.ts'

type Database = ReadDatabase<SearchTables>

/** What a page shows of a document. */
export type FoundRow = Pick<DocumentRow, 'document' | 'kind' | 'record_id' | 'parent_id' | 'title' | 'people' | 'date_at'>

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
      .orderBy('search_index.rowid', oldestFirst ? 'asc' : 'desc')
      .limit(slot('limit'))
    return conditions.length === 0 ? base : base.where((eb) => conditionSql(eb as never, allOf(conditions)))
  }
  const values = { expression: expressionOf(plan, actor, kind), low, high, mask, value, limit }
  return run(db, `text ${oldestFirst}`, conditions, build, values)
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
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('search_keyword')
            .select('search_keyword.word')
            .where('search_keyword.word', 'in', [slot('mine'), slot('ours')])
            .whereRef('search_keyword.document', '=', 'search_document.document'),
        ),
      )
      .limit(slot('limit'))
    const ofKind = kind === null ? base : base.where('search_document.kind', '=', slot('kind'))
    return conditions.length === 0 ? ofKind : ofKind.where((eb) => conditionSql(eb as never, allOf(conditions)))
  }
  const [mine, ours] = audienceWords(actor)
  const values = { low, high, mask, value, limit, mine: mine!, ours: ours!, kind, lead: lead?.word ?? null }
  return run(db, `row ${direction} ${lead !== null} ${kind !== null}`, conditions, build, values)
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

/** What the index must match: first of all that the person may see it. */
function expressionOf({ text, without }: Plan, actor: Actor, kind: string | null): string {
  const audience = audienceExpression(actor, kind)
  const wanted = text === undefined ? audience : `(${audience} AND ${text})`
  return without === undefined ? wanted : `(${wanted} NOT ${without})`
}

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
