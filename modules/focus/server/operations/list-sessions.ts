import { personOf } from '#kernel/actor.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { listSessions } from '../../contract.ts'
import { query } from '../database.ts'
import { withRecords } from '../history/records.ts'
import { tasksOf, toPastSession } from '../history/to-past-session.ts'
import { outlinesOf } from '../session/titles.ts'

export default query(listSessions, async ({ db, actor, ask, setting }, { cursor, limit, taskId }) => {
  const after = readCursor(cursor, ['number', 'string'])
  if (after instanceof Failure) return after
  let rows = db
    .selectFrom('focus_session')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .where('ended_at', 'is not', null)
  if (taskId !== undefined) rows = rows.where('task_id', '=', taskId)
  if (after) rows = rows.where(rowBefore(['counts_from', 'id'], after, 'desc'))
  const found = await rows
    .orderBy('counts_from', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const past = await withRecords(db, found)
  const outlines = await outlinesOf(ask, past.flatMap(tasksOf))
  const games = await setting(gamesAndPrompts)
  return toPage(
    past,
    limit,
    (row) => toPastSession(row, outlines, games),
    ({ session }) => [session.counts_from, session.id],
  )
})
