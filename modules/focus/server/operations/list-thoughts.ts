import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listThoughts } from '../../contract.ts'
import { query } from '../database.ts'
import { toThought } from '../thoughts/to-thought.ts'

export default query(listThoughts, async ({ db, actor }, { cursor, limit, state, sessionId }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after
  let rows = db
    .selectFrom('focus_thought')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    // What was only counted says nothing.
    .where('text', '<>', '')
  if (state !== undefined) rows = rows.where('state', '=', state)
  if (sessionId !== undefined) rows = rows.where('session_id', '=', sessionId)
  if (after) rows = rows.where('id', '<', String(after[0]))
  const found = await rows
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(found, limit, toThought, ({ id }) => [id])
})
