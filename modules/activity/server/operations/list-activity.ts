import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listActivity } from '../../contract.ts'
import { query } from '../database.ts'
import { selectEntries } from '../feed/read-entries.ts'
import { toEntries } from '../feed/to-entries.ts'

const DAY = 24 * 60 * 60 * 1000

export default query(listActivity, async ({ db, actor, ask }, { cursor, limit, person, kind, action, from, to }) => {
  const after = readCursor(cursor, ['number'])
  if (after instanceof Failure) return after
  let rows = selectEntries(db, actor)
  if (after) rows = rows.where('position', '<', Number(after[0]))
  if (person)
    rows = rows.where((e) =>
      e.or([e('actor_id', '=', person), e.and([e('person_id', '=', person), e('actor_id', 'like', 'system:%')])]),
    )
  if (kind) rows = rows.where('kind', '=', kind)
  if (action) rows = rows.where('action', '=', action)
  if (from) rows = rows.where('at', '>=', Date.parse(from))
  if (to) rows = rows.where('at', '<', Date.parse(to) + DAY)
  const page = toPage(
    await rows.limit(limit + 1).execute(),
    limit,
    (row) => row,
    (row) => [row.position],
  )
  return { items: await toEntries({ ask }, page.items), next: page.next }
})
