import type { Query } from '#base/query/types.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TasksTables } from '../database.ts'
import { orderOf } from '../lists/list-order.ts'
import { shelvesOf } from '../lists/shelves-of.ts'
import { walkShelf } from '../lists/walk-shelf.ts'
import { namesOf } from './names.ts'
import { narrow } from './narrow.ts'
import { toCondition, type Builder } from './to-condition.ts'

/** The ids of tasks that a filter finds, so many at most. */
export async function findMatching(
  db: ReadDatabase<TasksTables>,
  { where, sort }: Query,
  personId: string,
  limit: number,
): Promise<string[]> {
  const names = await namesOf(db, where)
  const { view, status, projectId, rest } = narrow(where, names, {})
  const filter = (eb: Builder) => eb.and(rest.map((node) => toCondition(eb, node, { names, personId })))
  const order = orderOf('newest', sort)
  const ids: string[] = []
  for (const shelf of shelvesOf(view, status)) {
    const rows = await walkShelf(db, {
      shelf,
      status,
      projectId,
      order,
      filter,
      after: null,
      limit: limit - ids.length,
    })
    ids.push(...rows.map(({ id }) => id))
    if (ids.length >= limit) break
  }
  return ids
}
