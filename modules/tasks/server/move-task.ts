import type { TaskStatus } from '../contract.ts'
import type { TaskRow } from './database.ts'
import type { TaskFields } from './save-task.ts'
import { isOpen } from './status.ts'

/** What changes when a task takes a status. A closed task remembers where it was open, so that reopening is an undo. */
export function moveTo(
  task: Pick<TaskRow, 'status' | 'open_status'>,
  status: TaskStatus,
  at: number,
): Partial<TaskFields> {
  return {
    status,
    open_status: isOpen(status) ? status : task.open_status,
    completed_at: status === 'done' ? at : null,
  }
}
