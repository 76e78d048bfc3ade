import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { recordHistory } from '../../contract.ts'
import { query } from '../database.ts'
import { selectEntries } from '../feed/read-entries.ts'
import { toEntries } from '../feed/to-entries.ts'

export default query(recordHistory, async ({ db, actor, ask }, { cursor, limit, kind, id }) => {
  const after = readCursor(cursor, ['number'])
  if (after instanceof Failure) return after
  // An entry for many tells of them all and of none.
  let rows = selectEntries(db, actor).where('record_id', '=', id).where('kind', '=', kind).where('bulk', '=', 0)
  if (after) rows = rows.where('position', '<', Number(after[0]))
  const page = toPage(
    await rows.limit(limit + 1).execute(),
    limit,
    (row) => row,
    (row) => [row.position],
  )
  return { items: await toEntries({ ask }, page.items), next: page.next }
})
