import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, newId } from '#contract/schema.ts'
import { delegationEvents } from './delegation-events.ts'
import { taskCompleted, taskCreated, taskDeleted, taskReopened, taskRestored, taskUpdated } from './events.ts'
import { changedFields, exampleId, memberNotFound, notFound, projectNotFound, title } from './inputs.ts'
import { Task, TaskId, TaskStatus } from './task.ts'

export const VersionId = id('tasks.version')

const values = {
  title: title.optional(),
  status: TaskStatus.optional(),
  ...changedFields,
  trashed: boolean.optional(),
}

/** Some fields of a task as they were at a time; `trashed` is whether it lay in the trash. */
export const TaskValues = z.strictObject(values).meta({ id: 'TaskValues' })
export type TaskValues = z.infer<typeof TaskValues>

/** What a field said before another change of the same time took its place. */
export const TaskVersion = z
  .object({
    id: VersionId,
    taskId: TaskId,
    values: TaskValues,
    /** When somebody wrote it, by their own clock; null where nobody knows. */
    madeAt: instant().nullable(),
    keptAt: instant(),
    restoredAt: instant().nullable(),
  })
  .meta({ id: 'TaskVersion' })
export type TaskVersion = z.infer<typeof TaskVersion>

const changes = [taskUpdated, taskCompleted, taskReopened, taskCreated, taskDeleted, taskRestored]
const emits = [...changes, ...delegationEvents]
const Merged = z.object({ task: Task, kept: z.array(TaskVersion) }).meta({ id: 'MergedTask' })

export const mergeTask = defineCommand({
  name: 'tasks.merge',
  summary: 'Make a change that was made elsewhere, such as offline, field by field; what two changed is kept twice',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    changeId: newId.describe('Names the change: sent again, it counts once'),
    madeAt: instant().describe('When it was made, by the clock of who made it'),
    base: TaskValues.describe('What the changed fields said when it was made'),
    yields: boolean.optional().describe('Whether what is there holds where both changed a field, whichever came later'),
    ...values,
  }),
  output: Merged,
  errors: { ...notFound, ...projectNotFound, ...memberNotFound },
  http: 'POST /tasks/{id}/merge',
  cli: { name: 'task merge', positional: ['id'] },
  emits,
  example: {
    id: exampleId,
    changeId: exampleId,
    madeAt: '2026-12-01T09:00:00Z',
    base: { title: 'Send the invoice' },
    title: 'Send the invoice to Ada',
  },
})

export const listTaskVersions = defineQuery({
  name: 'tasks.list-versions',
  summary: 'List what fields of a task said before a change of the same time took its place, newest first',
  access: 'member',
  input: z.strictObject({ taskId: TaskId }),
  output: z.object({ items: z.array(TaskVersion) }),
  errors: notFound,
  http: 'GET /tasks/{taskId}/versions',
  cli: { name: 'task versions', positional: ['taskId'] },
  example: { taskId: exampleId },
})

export const restoreTaskVersion = defineCommand({
  name: 'tasks.restore-version',
  summary: 'Put back what fields of a task said; what they say now is kept in its place',
  access: 'member',
  input: z.strictObject({ id: VersionId }),
  output: Merged,
  errors: {
    ...projectNotFound,
    ...memberNotFound,
    'version-not-found': 'There is no such version',
  },
  http: 'POST /task-versions/{id}/restore',
  cli: { name: 'task restore-version', positional: ['id'] },
  emits,
  example: { id: exampleId },
})
