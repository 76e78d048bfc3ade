import { fromInstant } from '#base/time.ts'
import type { TaskKind } from '../contract.ts'
import type { TaskRow } from './database.ts'
import type { TaskFields } from './save-task.ts'

/** What a caller may change of a task besides its status. Undefined stays as it is. */
interface Patch {
  title?: string | undefined
  notes?: string | undefined
  kind?: TaskKind | undefined
  priority?: number | undefined
  startOn?: string | null | undefined
  dueAt?: string | null | undefined
  deadlineOn?: string | null | undefined
  estimateMin?: number | null | undefined
  estimateMax?: number | null | undefined
  spentMinutes?: number | undefined
  energy?: number | null | undefined
  decomposition?: TaskRow['decomposition'] | undefined
  projectId?: string | null | undefined
  ownerId?: string | null | undefined
  /** As the columns keep them. */
  labels?: string | undefined
  assignees?: string | undefined
}

/** The columns that a patch really changes. */
export function changesOf(task: TaskRow, patch: Patch): Partial<TaskFields> {
  const wanted: Partial<TaskFields> = {
    ...(patch.title !== undefined && { title: patch.title }),
    ...(patch.notes !== undefined && { notes: patch.notes }),
    ...(patch.kind !== undefined && { kind: patch.kind }),
    ...(patch.priority !== undefined && { priority: patch.priority }),
    ...(patch.startOn !== undefined && { start_on: patch.startOn }),
    ...(patch.dueAt !== undefined && { due_at: patch.dueAt === null ? null : fromInstant(patch.dueAt) }),
    ...(patch.deadlineOn !== undefined && { deadline_on: patch.deadlineOn }),
    ...(patch.estimateMin !== undefined && { estimate_min: patch.estimateMin }),
    ...(patch.estimateMax !== undefined && { estimate_max: patch.estimateMax }),
    ...(patch.spentMinutes !== undefined && { spent_minutes: patch.spentMinutes }),
    ...(patch.energy !== undefined && { energy: patch.energy }),
    ...(patch.decomposition !== undefined && { decomposition: patch.decomposition }),
    ...(patch.labels !== undefined && { labels: patch.labels }),
    ...(patch.assignees !== undefined && { assignees: patch.assignees }),
    ...(patch.ownerId !== undefined && { owner_id: patch.ownerId }),
    ...(patch.projectId !== undefined && { project_id: patch.projectId }),
  }
  return Object.fromEntries(Object.entries(wanted).filter(([column, value]) => task[column as keyof TaskRow] !== value))
}
