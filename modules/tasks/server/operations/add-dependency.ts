import { excluded } from '#kernel/database/raw.ts'
import { addDependency, taskUpdated } from '../../contract.ts'
import { command } from '../database.ts'
import { holds } from '../dependencies/holds.ts'
import { refreshBlocked } from '../dependencies/refresh-blocked.ts'
import { waitsFor } from '../dependencies/waits-for.ts'
import { findChangeable } from '../find-task.ts'
import { recordChange } from '../undo/record-change.ts'

export default command(addDependency, async (context, { id, onId, relation }) => {
  const { db, changed, emit, fail, now } = context
  if (!(await findChangeable(db, id))) return fail('task-not-found')
  const on = await findChangeable(db, onId)
  if (!on) return fail('other-task-not-found')
  if (await waitsFor(db, onId, id)) return fail('illegal-cycle')

  const before = await db
    .selectFrom('tasks_dependency')
    .select('relation')
    .where('task_id', '=', id)
    .where('on_id', '=', onId)
    .executeTakeFirst()
  await db
    .insertInto('tasks_dependency')
    .values({ task_id: id, on_id: onId, relation, created_at: now() })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id' as never, 'task_id', 'on_id']).doUpdateSet({ relation: excluded('relation') }),
    )
    .execute()
  await recordChange(db, 'dependency', id, { onId, relation: before?.relation ?? null }, { onId, relation })
  await refreshBlocked(context, id)
  emit(taskUpdated, { id })
  const made = { taskId: id, onId, relation }
  changed(before ? { ...made, relation: before.relation } : null, made)
  return { ...made, title: on.title, status: on.status, holds: holds(relation, on) }
})
