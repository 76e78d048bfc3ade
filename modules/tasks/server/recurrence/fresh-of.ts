import type { TaskRow } from '../database.ts'
import type { TaskFields } from '../save-task.ts'

/** What a task says, to be done anew: what somebody was doing or waiting for begins again. */
export function freshOf(row: TaskRow): TaskFields {
  const status = row.open_status === 'inbox' ? 'inbox' : 'next'
  return {
    title: row.title,
    notes: row.notes,
    kind: row.kind,
    status,
    open_status: status,
    priority: row.priority,
    start_on: row.start_on,
    due_at: row.due_at,
    deadline_on: row.deadline_on,
    project_id: row.project_id,
    estimate_min: row.estimate_min,
    estimate_max: row.estimate_max,
    spent_minutes: 0,
    energy: row.energy,
    decomposition: row.decomposition,
    owner_id: row.owner_id,
    parent_id: row.parent_id,
    level: row.level,
    position: row.position,
    labels: row.labels,
    assignees: row.assignees,
    recurrence: row.recurrence,
    blocked: 0,
    delegated: 0,
    completed_at: null,
    deleted_at: null,
  }
}
