import { dialectOf } from '#kernel/database/dialect.ts'
import { slot } from '#kernel/database/prepared.ts'
import { audienceOf, audienceWords } from './audience.ts'
import { allOf } from './condition.ts'
import { conditionSql } from './condition-sql.ts'
import { leadingWord } from './leading-word.ts'
import { foundColumns, hasFlags, isVisible, run, type Database, type FoundRow, type Selection } from './selection.ts'

/** Without text documents are walked in order, or by the keyword that fewest of them have. */
export async function selectByRow(db: Database, { plan, actor, kind, limit }: Selection): Promise<FoundRow[]> {
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
      .select(foundColumns)
      .where((eb) => hasFlags(eb))
      .where((eb) => isVisible(eb))
      .limit(limit)
    const ofKind = kind === null ? base : base.where('search_document.kind', '=', slot('kind'))
    return conditions.length === 0
      ? ofKind
      : ofKind.where((eb) => conditionSql(eb as never, allOf(conditions), dialectOf(db)))
  }
  const audience = audienceOf(actor)
  const values = { low, high, mask, value, ...audience, ...audienceWords(audience), kind, lead: lead?.word ?? null }
  return run(db, `row ${direction} ${lead !== null} ${kind !== null} ${limit}`, conditions, build, values)
}
