import { slot } from '#kernel/database/prepared.ts'
import { match } from '#kernel/database/raw.ts'
import { audienceOf, audienceWords } from './audience.ts'
import { allOf } from './condition.ts'
import { conditionSql } from './condition-sql.ts'
import { indexExpression } from './index-expression.ts'
import { foundColumns, hasFlags, isVisible, run, type Database, type FoundRow, type Selection } from './selection.ts'
import { toFts5 } from './to-fts5.ts'

/** On SQLite: the index walks its matches in order; rows are looked up until the page is full. */
export async function selectByIndex(db: Database, { plan, actor, kind, limit }: Selection): Promise<FoundRow[]> {
  const { low, high, mask, value, conditions, oldestFirst } = plan
  const audience = audienceOf(actor)
  const expression = toFts5(await indexExpression(db, plan, audience, kind))
  const build = () => {
    const base = db
      .selectFrom('search_index')
      // Crossed, so that the index leads whatever the planner believes of its size.
      .crossJoin('search_document')
      .select(foundColumns)
      .whereRef('search_document.document', '=', 'search_index.rowid')
      .where(match('search_index', slot('expression')))
      .where('search_index.rowid', '>=', slot('low'))
      .where('search_index.rowid', '<=', slot('high'))
      .where((eb) => hasFlags(eb as never))
      .where((eb) => isVisible(eb as never))
      .orderBy('search_index.rowid', oldestFirst ? 'asc' : 'desc')
      .limit(limit)
    return conditions.length === 0 ? base : base.where((eb) => conditionSql(eb as never, allOf(conditions), 'sqlite'))
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
