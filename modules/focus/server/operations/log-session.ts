import { uuidv7 } from '#base/ids.ts'
import { fromInstant } from '#base/time.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { logSession, sessionCorrected } from '../../contract.ts'
import { command, type SessionRow } from '../database.ts'
import { findPast } from '../history/find-past.ts'
import { tasksOf, toPastSession } from '../history/to-past-session.ts'
import { mayName, outlinesOf } from '../session/titles.ts'

export default command(logSession, async ({ db, actor, ask, emit, fail, now, setting }, input) => {
  const { startedAt, workMinutes, taskId, intention, together } = input
  const from = fromInstant(startedAt)
  const until = from + workMinutes * 60_000
  if (until > now()) return fail('bad-span')
  if (!(await mayName(ask, taskId))) return fail('task-not-found')

  const session: SessionRow = {
    id: uuidv7(),
    person_id: actor.id,
    ...NO_CLOCK,
    work_minutes: workMinutes,
    task_id: taskId,
    intention,
    together: together ? 1 : 0,
    by_hand: 1,
    distractions: 0,
    started_at: from,
    ended_at: until,
    counts_from: from,
    counts_until: until,
  }
  await db.insertInto('focus_session').values(session).execute()
  const stretch = { session_id: session.id, n: 0, kind: 'work', phase: 1, planned: null } as const
  await db
    .insertInto('focus_stretch')
    .values({ ...stretch, started_at: from, ended_at: until, bell_heard: null })
    .execute()
  emit(sessionCorrected, { id: session.id })
  const row = (await findPast(db, actor.id, session.id))!
  return toPastSession(row, await outlinesOf(ask, tasksOf(row)), await setting(gamesAndPrompts))
})

/** How a session went that had no clock. */
const NO_CLOCK = {
  mode: 'flow',
  break_minutes: 5,
  long_break_minutes: 15,
  cycles: 4,
  break_share: 5,
  sound: 'none',
} as const
