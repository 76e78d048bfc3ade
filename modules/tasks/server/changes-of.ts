import { fromInstant } from '#base/time.ts'
import type { TaskRow } from './database.ts'
import type { TaskFields } from './save-task.ts'

/** What a caller may change of a task besides its status. Undefined stays as it is. */
interface Patch {
  title?: string | undefined
  notes?: string | undefined
  priority?: number | undefined
  startOn?: string | null | undefined
  dueAt?: string | null | undefined
  deadlineOn?: string | null | undefined
  projectId?: string | null | undefined
}

/** The columns that a patch really changes. */
export function changesOf(task: TaskRow, patch: Patch): Partial<TaskFields> {
  const wanted: Partial<TaskFields> = {
    ...(patch.title !== undefined && { title: patch.title }),
    ...(patch.notes !== undefined && { notes: patch.notes }),
    ...(patch.priority !== undefined && { priority: patch.priority }),
    ...(patch.startOn !== undefined && { start_on: patch.startOn }),
    ...(patch.dueAt !== undefined && { due_at: patch.dueAt === null ? null : fromInstant(patch.dueAt) }),
    ...(patch.deadlineOn !== undefined && { deadline_on: patch.deadlineOn }),
    ...(patch.projectId !== undefined && { project_id: patch.projectId }),
  }
  return Object.fromEntries(Object.entries(wanted).filter(([column, value]) => task[column as keyof TaskRow] !== value))
}
