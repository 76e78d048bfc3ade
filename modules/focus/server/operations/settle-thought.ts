import { settleThought, thoughtParked } from '../../contract.ts'
import { command } from '../database.ts'
import { mayName } from '../session/titles.ts'
import { toThought } from '../thoughts/to-thought.ts'

export default command(settleThought, async ({ db, actor, ask, emit, fail }, { id, state, taskId }) => {
  const thought = await db
    .selectFrom('focus_thought')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', actor.id)
    .executeTakeFirst()
  if (!thought) return fail('thought-not-found')
  if (!(await mayName(ask, taskId))) return fail('task-not-found')

  const changes = { state, task_id: state === 'task' ? (taskId ?? thought.task_id) : null }
  await db.updateTable('focus_thought').set(changes).where('id', '=', id).execute()
  emit(thoughtParked, { id })
  return toThought({ ...thought, ...changes })
})
