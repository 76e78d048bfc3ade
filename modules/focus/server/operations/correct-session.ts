import { uuidv7 } from '#base/ids.ts'
import { fromInstant } from '#base/time.ts'
import { gamesAndPrompts } from '#modules/day/contract.ts'
import { correctSession, sessionCorrected } from '../../contract.ts'
import { command, type CorrectionRow } from '../database.ts'
import { findPast } from '../history/find-past.ts'
import { countedOf } from '../history/records.ts'
import { tasksOf, toPastSession } from '../history/to-past-session.ts'
import { mayName, outlinesOf } from '../session/titles.ts'

const MOST = 50
const MINUTE = 60_000

export default command(correctSession, async ({ db, actor, ask, emit, fail, now, setting }, input) => {
  const { id, startedAt, workMinutes, taskId, leftOut, note } = input
  const row = await findPast(db, actor.id, id)
  if (!row) return fail('session-not-found')
  if (row.session.ended_at === null) return fail('still-running')
  if (row.corrections.length >= MOST) return fail('too-many-corrections')
  if (!(await mayName(ask, taskId))) return fail('task-not-found')

  const before = countedOf(row)
  const from = startedAt === undefined ? before.from : fromInstant(startedAt)
  const worked = workMinutes === undefined ? before.worked : workMinutes * MINUTE
  const placed = startedAt !== undefined || workMinutes !== undefined || row.corrections.at(-1)?.placed === 1
  const until = placed ? from + worked : row.session.ended_at
  if (until > now()) return fail('bad-span')

  const correction: CorrectionRow = {
    id: uuidv7(),
    session_id: id,
    person_id: actor.id,
    at: now(),
    started_at: from,
    worked,
    task_id: taskId === undefined ? before.taskId : taskId,
    left_out: (leftOut ?? before.leftOut) ? 1 : 0,
    placed: placed ? 1 : 0,
    note,
  }
  await db.insertInto('focus_correction').values(correction).execute()
  await db.updateTable('focus_session').set({ counts_from: from, counts_until: until }).where('id', '=', id).execute()
  emit(sessionCorrected, { id })
  const corrected = { ...row, corrections: [...row.corrections, correction] }
  return toPastSession(corrected, await outlinesOf(ask, tasksOf(corrected)), await setting(gamesAndPrompts))
})
