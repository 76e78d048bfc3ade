import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Assignee, Task, TaskRecurrence } from '../contract.ts'
import type { TaskRow } from './database.ts'

/** A row of tasks as the API shows it. */
export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    rev: row.rev,
    title: row.title,
    notes: row.notes,
    kind: row.kind,
    status: row.status,
    priority: row.priority,
    startOn: row.start_on,
    dueAt: toInstantOrNull(row.due_at),
    deadlineOn: row.deadline_on,
    estimateMin: row.estimate_min,
    estimateMax: row.estimate_max,
    spentMinutes: row.spent_minutes,
    projectId: row.project_id,
    parentId: row.parent_id,
    level: row.level,
    position: row.position,
    labels: JSON.parse(row.labels) as string[],
    ownerId: row.owner_id,
    assignees: JSON.parse(row.assignees) as Assignee[],
    energy: row.energy,
    decomposition: row.decomposition,
    recurrence: row.recurrence === null ? null : (JSON.parse(row.recurrence) as TaskRecurrence),
    blocked: row.blocked === 1,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    completedAt: toInstantOrNull(row.completed_at),
    deletedAt: toInstantOrNull(row.deleted_at),
  }
}
