import { prepared, scopeOf } from '#kernel/database/prepared.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { SearchTables } from '../database.ts'
import type { Audience } from './audience.ts'

const KEPT_MILLISECONDS = 10_000

/** How many documents there are, and how many of them somebody may see. */
export interface DocumentCounts {
  all: number
  theirs: number
}

/**
 * Counts at most 10 s old. They only tell which way to search is quicker: rows that are not theirs are left out either
 * way.
 */
export async function documentCounts(
  db: ReadDatabase<SearchTables>,
  { mine, ours }: Audience,
): Promise<DocumentCounts> {
  const counts = await countsOf(db)
  const all = counts.values().reduce((sum, documents) => sum + documents, 0)
  return { all, theirs: (counts.get(mine) ?? 0) + (counts.get(ours) ?? 0) }
}

interface Counted {
  at: number
  counts: ReadonlyMap<string, number>
}

const kept = new WeakMap<object, Counted>()

async function countsOf(db: ReadDatabase<SearchTables>): Promise<ReadonlyMap<string, number>> {
  const scope = scopeOf(db)
  const known = kept.get(scope)
  const at = performance.now()
  if (known && at - known.at < KEPT_MILLISECONDS) return known.counts
  const build = () => db.selectFrom('search_audience').select(['audience', 'documents'])
  const rows = await prepared<{ audience: string; documents: number }>(db, 'audience-counts', build, {})
  const counts = new Map(rows.map(({ audience, documents }) => [audience, documents]))
  kept.set(scope, { at, counts })
  return counts
}
