import { slot } from '#kernel/database/prepared.ts'
import { vectorMatch } from '#kernel/database/raw.ts'
import { lastNumber } from '../index/document-number.ts'
import { audienceOf, audienceWords } from './audience.ts'
import { allOf } from './condition.ts'
import { conditionSql } from './condition-sql.ts'
import type { Expression } from './expression.ts'
import { indexExpression } from './index-expression.ts'
import { leadingWord } from './leading-word.ts'
import type { Plan } from './plan-query.ts'
import { foundColumns, hasFlags, isVisible, run, type Database, type FoundRow, type Selection } from './selection.ts'
import { toTsquery } from './to-tsquery.ts'

/** Documents looked at first, from the newest or the oldest on. */
const FIRST_LOOK = 100
/** And then, where the first promise that the page is full by there. */
const SECOND_LOOK = 4000
/** Gathering a phrase means reading every document that has its words: it is worth looking further before. */
const LOOK_FOR_PHRASE = 20_000

/**
 * On PostgreSQL: its index of vectors knows no order, and would gather and sort all documents of a common word. So
 * those in front are looked at one by one, and common words fill the page from these. Words that do not are rare enough
 * to gather all their documents.
 */
export async function selectByVector(db: Database, selection: Selection): Promise<FoundRow[]> {
  const { plan, actor, kind, limit } = selection
  const audience = audienceOf(actor)
  const expression = await indexExpression(db, plan, audience, kind)
  const values: Values = {
    expression: toTsquery(expression),
    low: plan.low,
    high: plan.high,
    mask: plan.mask,
    value: plan.value,
    lead: leadingWord(plan)?.word ?? null,
    ...audience,
    ...audienceWords(audience),
  }
  const first = await look(db, selection, values, FIRST_LOOK)
  if (first.length === limit) return first
  if (isNarrow(plan, values) && !(await reaches(db, selection, values, FIRST_LOOK))) return first
  const needed = (1.5 * limit * FIRST_LOOK) / first.length
  const furthest = hasPhrase(expression) ? LOOK_FOR_PHRASE : SECOND_LOOK
  if (needed < furthest) {
    const second = await look(db, selection, values, needed < SECOND_LOOK ? SECOND_LOOK : furthest)
    if (second.length === limit) return second
  }
  return gather(db, selection, values)
}

/** Whether places of words matter, which vectors tell and their index does not. */
function hasPhrase(expression: Expression): boolean {
  if (expression.kind === 'but') return hasPhrase(expression.wanted) || hasPhrase(expression.unwanted)
  if (expression.kind !== 'phrase') return expression.operands.some(hasPhrase)
  return expression.column === 'body' || /\s/.test(expression.text.trim())
}

type Values = Parameters<typeof run>[4]

/** Which of the first so many documents match. */
function look(db: Database, selection: Selection, values: Values, count: number): Promise<FoundRow[]> {
  const { plan, limit } = selection
  const build = () =>
    narrowed(
      db
        .selectFrom(front(db, selection, values).limit(count).as('front'))
        .crossJoin('search_vector')
        .crossJoin('search_document')
        .whereRef('search_vector.document', '=', 'front.document')
        .whereRef('search_document.document', '=', 'front.document')
        // Out of reach of the index, which would gather all documents of the words.
        .where((eb) => eb(vectorMatch('search_vector.words', slot('expression')), 'is', eb.lit(true))) as never,
      selection,
    )
  return run(db, `look ${plan.oldestFirst} ${values.lead !== null} ${count} ${limit}`, plan.conditions, build, values)
}

/** Whether few documents may be all there are to look at, so that gathering those of a common word is spared. */
function isNarrow({ low, high }: Plan, { lead }: Values): boolean {
  return lead !== null || low > 0 || high < lastNumber
}

/** Whether there are more documents to look at than so many. */
async function reaches(db: Database, selection: Selection, values: Values, count: number): Promise<boolean> {
  const build = () => front(db, selection, values).offset(count).limit(1)
  const rows = await run(
    db,
    `reaches ${selection.plan.oldestFirst} ${values.lead !== null} ${count}`,
    [],
    build,
    values,
  )
  return rows.length > 0
}

/** Every document of the words, then the first of them in order. */
function gather(db: Database, selection: Selection, values: Values): Promise<FoundRow[]> {
  const { plan, limit } = selection
  const build = () => {
    const found = db
      .selectFrom('search_vector')
      .select('search_vector.document')
      .where(vectorMatch('search_vector.words', slot('expression')))
      .where('search_vector.document', '>=', slot('low'))
      .where('search_vector.document', '<=', slot('high'))
      // A fence: planned on its own, by the index, rather than as a filter over all documents in order.
      .offset(0)
    return narrowed(
      db
        .selectFrom(found.as('found'))
        .crossJoin('search_document')
        .whereRef('search_document.document', '=', 'found.document') as never,
      selection,
    )
  }
  return run(db, `gather ${plan.oldestFirst} ${limit}`, plan.conditions, build, values)
}

/** The documents in order, or those of the leading keyword. */
function front(db: Database, { plan }: Selection, { lead }: Values) {
  const direction = plan.oldestFirst ? 'asc' : 'desc'
  if (lead === null)
    return db
      .selectFrom('search_document')
      .select('search_document.document')
      .where('search_document.document', '>=', slot('low'))
      .where('search_document.document', '<=', slot('high'))
      .where((eb) => isVisible(eb))
      .orderBy('search_document.document', direction)
  return db
    .selectFrom('search_keyword')
    .select('search_keyword.document')
    .where('search_keyword.word', '=', slot('lead'))
    .where('search_keyword.document', '>=', slot('low'))
    .where('search_keyword.document', '<=', slot('high'))
    .orderBy('search_keyword.document', direction) as never
}

type Documents = ReturnType<Database['selectFrom']>

/** What rows tell: flags, conditions, and that the person may see it. */
function narrowed(documents: Documents, { plan, limit }: Selection) {
  const base = (documents as unknown as ReturnType<typeof documentsOf>)
    .select(foundColumns)
    .where((eb) => hasFlags(eb))
    .where((eb) => isVisible(eb))
    .orderBy('search_document.document', plan.oldestFirst ? 'asc' : 'desc')
    .limit(limit)
  const { conditions } = plan
  return conditions.length === 0 ? base : base.where((eb) => conditionSql(eb as never, allOf(conditions), 'postgres'))
}

const documentsOf = (db: Database) => db.selectFrom('search_document')
