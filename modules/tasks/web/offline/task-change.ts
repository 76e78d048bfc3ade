import type { z } from 'zod'
import type { createTask, quickAddTask, Task, TaskValues } from '#modules/tasks/contract.ts'

/** A change of tasks that waits in this browser, and the task as it is with it. */
export type TaskChange =
  | { kind: 'line'; input: z.input<typeof quickAddTask.input>; task: Task }
  | { kind: 'new'; input: z.input<typeof createTask.input>; task: Task }
  | { kind: 'edit'; base: TaskValues; wanted: TaskValues; task: Task }

type Field = keyof TaskValues

const FIELDS = [
  'title',
  'notes',
  'status',
  'priority',
  'startOn',
  'dueAt',
  'deadlineOn',
  'estimateMin',
  'estimateMax',
  'spentMinutes',
  'energy',
  'projectId',
  'labels',
  'ownerId',
  'assignees',
  'kind',
] as const satisfies (Field & keyof Task)[]

/** What the fields that a change names say of a task. */
export function valuesOf(task: Task, wanted: TaskValues): TaskValues {
  const said = FIELDS.filter((field) => wanted[field] !== undefined).map((field) => [field, task[field]])
  return {
    ...Object.fromEntries(said),
    ...(wanted.trashed !== undefined && { trashed: task.deletedAt !== null }),
  }
}

/** A task with some values in it. */
export function withValues(task: Task, wanted: TaskValues, at: string): Task {
  const { trashed, ...values } = wanted
  const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  const changed: Task = { ...task, ...fields, updatedAt: at }
  if (wanted.status !== undefined) changed.completedAt = wanted.status === 'done' ? (task.completedAt ?? at) : null
  if (trashed !== undefined) changed.deletedAt = trashed ? (task.deletedAt ?? at) : null
  return changed
}
