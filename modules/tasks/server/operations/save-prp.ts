import { personOf } from '#kernel/actor.ts'
import { prpSaved, savePrp } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { findPrp, toPrp } from '../prp/store.ts'
import { isStale, staleDetail } from '../revision.ts'

export default command(savePrp, async ({ db, actor, changed, emit, fail, now }, { taskId, rev, document }) => {
  if (!(await findChangeable(db, taskId))) return fail('task-not-found')
  const before = await findPrp(db, taskId)
  const current = { rev: before?.rev ?? 0 }
  if (isStale(current, rev)) return fail('stale-revision', { detail: staleDetail(current) })

  const row = {
    task_id: taskId,
    rev: current.rev + 1,
    document,
    saved_by: personOf(actor),
    saved_at: now(),
  }
  if (before) await db.updateTable('tasks_prp').set(row).where('task_id', '=', taskId).execute()
  else await db.insertInto('tasks_prp').values(row).execute()
  emit(prpSaved, { id: taskId })
  // What stands in it may be mail: the audit keeps that it was saved, and not its words.
  changed({ taskId, ...current }, { taskId, rev: row.rev })
  return toPrp(row)
})
