import { personOf } from '#kernel/actor.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { getSession } from '../../contract.ts'
import { query } from '../database.ts'
import { findPast } from '../history/find-past.ts'
import { tasksOf, toPastSession } from '../history/to-past-session.ts'
import { outlinesOf } from '../session/titles.ts'

export default query(getSession, async ({ db, actor, ask, fail, setting }, { id }) => {
  const row = await findPast(db, personOf(actor), id)
  if (!row || row.session.ended_at === null) return fail('session-not-found')
  return toPastSession(row, await outlinesOf(ask, tasksOf(row)), await setting(gamesAndPrompts))
})
