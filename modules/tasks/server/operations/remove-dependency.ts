import { removeDependency, taskUpdated } from '../../contract.ts'
import { command } from '../database.ts'
import { refreshBlocked } from '../dependencies/refresh-blocked.ts'
import { findChangeable } from '../find-task.ts'
import { recordChange } from '../undo/record-change.ts'

export default command(removeDependency, async (context, { id, onId }) => {
  const { db, changed, emit, fail } = context
  if (!(await findChangeable(db, id))) return fail('task-not-found')
  const before = await db
    .selectFrom('tasks_dependency')
    .select('relation')
    .where('task_id', '=', id)
    .where('on_id', '=', onId)
    .executeTakeFirst()
  if (!before) return fail('not-waiting')

  await db.deleteFrom('tasks_dependency').where('task_id', '=', id).where('on_id', '=', onId).execute()
  await recordChange(db, 'dependency', id, { onId, relation: before.relation }, { onId, relation: null })
  const blocked = await refreshBlocked(context, id)
  emit(taskUpdated, { id })
  changed({ taskId: id, onId, relation: before.relation }, null)
  return { blocked }
})
