import type { Actor } from '#kernel/actor.ts'
import { personOf } from '#kernel/actor.ts'
import type { FailureExtra } from '#kernel/failure.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { SortKey } from '#base/query/types.ts'
import type { TaskStatus } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { namesOf } from './names.ts'
import { narrow, type ListView } from './narrow.ts'
import { reachOf, type Reach } from './reach.ts'
import { readOwnFilter } from './read-own-filter.ts'
import { toCondition, type Builder, type Condition } from './to-condition.ts'

/** A filter as lists take it: what indexes begin with, and the rest as a condition; null where there is none. */
export interface OpenFilter {
  view: ListView
  status: TaskStatus | undefined
  projectId: string | undefined
  filter: ((eb: Builder) => Condition) | null
  reach: Reach
  sort: readonly SortKey[]
}

interface Given {
  view?: ListView | undefined
  status?: TaskStatus | undefined
  projectId?: string | undefined
}

/** Reads the text of a filter, and what is given beside it; `fault` says where it cannot be read. */
export async function openFilter(
  { db, actor, now }: { db: ReadDatabase<TasksTables>; actor: Actor; now: () => number },
  q: string | undefined,
  given: Given,
): Promise<OpenFilter | { fault: FailureExtra }> {
  const read = await readOwnFilter(db, q, now())
  if (!read.ok) return { fault: read.fault }
  const { where, sort } = read.query
  const names = await namesOf(db, where)
  const { rest, ...narrowed } = narrow(where, names, given)
  const asking = { names, personId: personOf(actor) }
  const filter = rest.length === 0 ? null : (eb: Builder) => eb.and(rest.map((node) => toCondition(eb, node, asking)))
  return { ...narrowed, filter, reach: reachOf(rest, asking), sort }
}
