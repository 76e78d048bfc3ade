import { toInstant } from '#base/time.ts'
import { listTaskChanges } from '../../contract.ts'
import { query } from '../database.ts'

/** More than this nobody looks back. */
const MOST = 50

export default query(
  listTaskChanges,
  async ({ db, actor }) => {
    const rows = await db
      .selectFrom('tasks_change')
      .select(['change_id', 'operation'])
      .select(({ fn }) => [fn.countAll<number>().as('records'), fn.max('undone_at').as('undone_at')])
      .where('person_id', '=', actor.id)
      .groupBy(['change_id', 'operation'])
      .orderBy('change_id', 'desc')
      .limit(MOST)
      .execute()
    return {
      items: rows.map((row) => ({
        id: row.change_id,
        operation: row.operation,
        at: toInstant(timeOf(row.change_id)),
        records: Number(row.records),
        undone: row.undone_at !== null,
      })),
    }
  },
  { single: true },
)

/** A UUIDv7 begins with its time (RFC 9562, 5.7). */
const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
