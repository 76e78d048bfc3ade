import { clearRecurrence } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { removeAlarm } from '../recurrence/store.ts'
import { isStale, staleDetail } from '../revision.ts'
import { toTask } from '../to-task.ts'

export default command(clearRecurrence, async (context, { id, rev }) => {
  const { db, changed, fail } = context
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  if (task.recurrence === null) return fail('not-recurring')

  const saved = await changeTask(context, task, { recurrence: null })
  await removeAlarm(db, id)
  changed(toTask(task), toTask(saved))
  return toTask(saved)
})
