import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { taskFields } from '../../contract.ts'
import { customFields, toFieldTable } from '../custom-fields/filter-fields.ts'
import type { TasksTables } from '../database.ts'
import { readFilter } from './read-filter.ts'

/**
 * Reads a filter that may ask for fields of the workspace's own. These are looked up where the usual words do not do, so
 * that other filters cost no look.
 */
export async function readOwnFilter(
  db: ReadDatabase<TasksTables>,
  q: string | undefined,
  now: number,
): Promise<ReturnType<typeof readFilter>> {
  const read = readFilter(q, now)
  if (read.ok) return read
  const own = await customFields(db)
  return own.size === 0 ? read : readFilter(q, now, { ...toFieldTable(own), ...taskFields })
}
