import { uuidv7 } from '#base/ids.ts'
import { plus } from '#kernel/database/raw.ts'
import { parkThought, sessionChanged, thoughtParked } from '../../contract.ts'
import { command, type ThoughtRow } from '../database.ts'
import { runningSession } from '../session/find-session.ts'
import { toThought } from '../thoughts/to-thought.ts'

export default command(parkThought, async ({ db, actor, emit, now }, { text }) => {
  const running = await runningSession(db, actor.id)
  const thought: ThoughtRow = {
    id: uuidv7(),
    person_id: actor.id,
    session_id: running?.session.id ?? null,
    text,
    state: 'parked',
    task_id: null,
    parked_at: now(),
  }
  await db.insertInto('focus_thought').values(thought).execute()
  if (running) {
    await db
      .updateTable('focus_session')
      .set({ distractions: plus('distractions', 1) })
      .where('id', '=', running.session.id)
      .execute()
    emit(sessionChanged, { id: running.session.id })
  }
  emit(thoughtParked, { id: thought.id })
  return toThought(thought)
})
