import type { TaskStatus } from '../../contract.ts'
import type { ChangeContext } from '../change-task.ts'
import type { TaskRow } from '../database.ts'
import { openOfTask, storeDelegation } from './store.ts'
import { tell } from './tell.ts'

/** With a task its delegations end: done where it is done, returned where it was dropped. */
export async function endDelegations(context: ChangeContext, task: TaskRow, status: TaskStatus): Promise<void> {
  const { db, now } = context
  for (const row of await openOfTask(db, task.id)) {
    const done = status === 'done'
    const ended = {
      ...row,
      rev: row.rev + 1,
      state: done ? ('done' as const) : ('returned' as const),
      reason: done ? null : 'The task was dropped',
      actual: done ? tracked(task.spent_minutes, row.spent_before) : null,
      updated_at: now(),
      ended_at: now(),
    }
    await storeDelegation(db, row, ended)
    tell(context, ended)
  }
}

/** What a task took since it was given away; null where nothing was tracked. */
export function tracked(spent: number, before: number): number | null {
  return spent > before ? spent - before : null
}
