import { toInstant, toInstantOrNull } from '#base/time.ts'
import type { Assignee, Task, TaskRecurrence } from '../contract.ts'
import type { TaskRow } from './database.ts'

/** The columns that the API shows of a task, and the one that lists order by. */
export const SHOWN = [
  'id',
  'rev',
  'title',
  'notes',
  'kind',
  'status',
  'priority',
  'start_on',
  'due_at',
  'due_order',
  'deadline_on',
  'estimate_min',
  'estimate_max',
  'spent_minutes',
  'project_id',
  'parent_id',
  'level',
  'position',
  'labels',
  'owner_id',
  'assignees',
  'energy',
  'decomposition',
  'recurrence',
  'blocked',
  'created_at',
  'updated_at',
  'completed_at',
  'deleted_at',
] as const satisfies (keyof TaskRow)[]

/** What is read of a task to show it. */
export type ShownRow = Pick<TaskRow, (typeof SHOWN)[number]>

/** A row of tasks as the API shows it. */
export function toTask(row: ShownRow): Task {
  const createdAt = toInstant(row.created_at)
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
    labels: toList<string>(row.labels),
    ownerId: row.owner_id,
    assignees: toList<Assignee>(row.assignees),
    energy: row.energy,
    decomposition: row.decomposition,
    recurrence: row.recurrence === null ? null : (JSON.parse(row.recurrence) as TaskRecurrence),
    blocked: row.blocked === 1,
    createdAt,
    updatedAt: row.updated_at === row.created_at ? createdAt : toInstant(row.updated_at),
    completedAt: toInstantOrNull(row.completed_at),
    deletedAt: toInstantOrNull(row.deleted_at),
  }
}

/** Most tasks have neither labels nor people: a parser need not be asked. */
function toList<Item>(json: string): Item[] {
  return json === '[]' ? [] : (JSON.parse(json) as Item[])
}
