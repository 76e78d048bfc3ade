import { slot } from '#kernel/database/prepared.ts'
import { vectorMatch } from '#kernel/database/raw.ts'
import { lastNumber } from '../index/document-number.ts'
import { audienceOf, audienceWords } from './audience.ts'
import { documentCounts } from './document-counts.ts'
import { gather } from './gather.ts'
import { indexExpression } from './index-expression.ts'
import { leadingWord } from './leading-word.ts'
import type { Plan } from './plan-query.ts'
import { isVisible, run, type Database, type FoundRow, type Selection, type Values } from './selection.ts'
import { shownBeside } from './shown-beside.ts'
import { toTsquery } from './to-tsquery.ts'

/** Documents looked at first, from the newest or the oldest on. */
const FIRST_LOOK = 100
/** Reading the vector of a document takes as long as gathering so many by the index. */
const GATHERED_MEANWHILE = 15

/**
 * On PostgreSQL: its index of vectors knows no order, and gathers all documents of a common word. So those in front are
 * looked at one by one, and common words fill the page from these; of rarer ones all documents are gathered.
 */
export async function selectByVector(db: Database, asked: Selection): Promise<FoundRow[]> {
  const { actor, kind, limit } = asked
  const audience = audienceOf(actor)
  const expression = await indexExpression(db, asked.plan, audience, kind)
  const lead = leadingWord(asked.plan)
  const conditions = asked.plan.conditions.filter((condition) => condition !== lead?.condition)
  const plan = { ...asked.plan, conditions }
  const selection = { ...asked, plan }
  const count = Math.max(FIRST_LOOK, 2 * limit)
  const values: Values = {
    expression: toTsquery(expression),
    low: plan.low,
    high: plan.high,
    mask: plan.mask,
    value: plan.value,
    lead: lead?.word ?? null,
    ...audience,
    ...audienceWords(audience),
  }
  const first = await look(db, selection, values, count)
  if (first.length === limit) return first
  if (isNarrow(plan, values) && !(await reaches(db, selection, values, count))) return first
  const share = first.length / count
  const { theirs } = await documentCounts(db, audience)
  const needed = (1.5 * limit) / share
  if (needed * GATHERED_MEANWHILE < theirs * share) {
    const second = await look(db, selection, values, count * 2 ** Math.ceil(Math.log2(needed / count)))
    if (second.length === limit) return second
  }
  return gather(db, selection, expression, values)
}

/** Which of the first so many documents match: few numbers, each of which is a statement of its own. */
function look(db: Database, selection: Selection, values: Values, count: number): Promise<FoundRow[]> {
  const { plan, limit } = selection
  const build = () =>
    db
      .selectFrom(front(db, selection, values).limit(count).as('front'))
      .crossJoinLateral((eb) => shownBeside(eb, 'front.document', plan.conditions))
      // Fenced, so that vectors are read one by one: the planner takes them for as light as their rows.
      .crossJoinLateral((eb) =>
        eb
          .selectFrom('search_vector')
          .select('search_vector.words')
          .whereRef('search_vector.document', '=', 'front.document')
          .offset(0)
          .as('search_vector'),
      )
      .selectAll('shown')
      .where((eb) => eb(vectorMatch('search_vector.words', slot('expression')), 'is', eb.lit(true)))
      .orderBy('front.document', plan.oldestFirst ? 'asc' : 'desc')
      .limit(limit)
  return run(db, `look ${plan.oldestFirst} ${values.lead !== null} ${count} ${limit}`, plan.conditions, build, values)
}

/** Whether few documents may be all there are to look at, so that gathering those of a common word is spared. */
function isNarrow({ low, high }: Plan, { lead }: Values): boolean {
  return lead !== null || low > 0 || high < lastNumber
}

/** Whether there are more documents to look at than so many. */
async function reaches(db: Database, selection: Selection, values: Values, count: number): Promise<boolean> {
  const build = () => front(db, selection, values).offset(count).limit(1)
  const shape = `reaches ${selection.plan.oldestFirst} ${values.lead !== null} ${count}`
  return (await run(db, shape, [], build, values)).length > 0
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
