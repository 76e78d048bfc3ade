import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Task } from '../contract.ts'
import type { TaskRow } from './database.ts'

/** A row of tasks as the API shows it. */
export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    rev: row.rev,
    title: row.title,
    notes: row.notes,
    status: row.status,
    priority: row.priority,
    startOn: row.start_on,
    dueAt: toInstantOrNull(row.due_at),
    deadlineOn: row.deadline_on,
    projectId: row.project_id,
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    completedAt: toInstantOrNull(row.completed_at),
    deletedAt: toInstantOrNull(row.deleted_at),
  }
}
