import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { delegationEvents } from './delegation-events.ts'
import { taskCompleted, taskCreated, taskDeleted, taskReopened, taskRestored, taskUpdated } from './events.ts'
import { exampleId, illegalMove, notFound, rev } from './inputs.ts'
import { Task, TaskId } from './task.ts'

export const completeTask = defineCommand({
  name: 'tasks.complete',
  summary: 'Mark a task as done',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, ...illegalMove, 'already-done': 'That task is already done' },
  http: 'POST /tasks/{id}/complete',
  aliases: ['POST /api/v2/tasks/{id}/complete', 'POST /steps/{id}/complete'],
  cli: { name: 'task done', positional: ['id'] },
  agent: { pinned: true },
  emits: [taskCompleted, taskCreated, taskUpdated, ...delegationEvents],
  example: { id: exampleId },
})

export const reopenTask = defineCommand({
  name: 'tasks.reopen',
  summary: 'Open a task again that was done or dropped',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, 'already-open': 'That task is open' },
  http: 'POST /tasks/{id}/reopen',
  aliases: ['POST /api/v2/tasks/{id}/reopen', 'POST /steps/{id}/reopen'],
  cli: { name: 'task reopen', positional: ['id'] },
  emits: [taskReopened, taskDeleted, taskUpdated],
  example: { id: exampleId },
})

export const deleteTask = defineCommand({
  name: 'tasks.delete',
  summary: 'Put a task in the trash, from where it can be restored',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, 'already-deleted': 'That task is in the trash' },
  http: 'DELETE /tasks/{id}',
  aliases: ['DELETE /api/v2/tasks/{id}', 'DELETE /steps/{id}'],
  cli: { name: 'task delete', positional: ['id'] },
  emits: [taskDeleted, taskUpdated],
  example: { id: exampleId },
})

export const restoreTask = defineCommand({
  name: 'tasks.restore',
  summary: 'Take a task out of the trash',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev }),
  output: Task,
  errors: { ...notFound, 'already-restored': 'That task is not in the trash' },
  http: 'POST /tasks/{id}/restore',
  aliases: ['POST /api/v2/tasks/{id}/restore', 'POST /steps/{id}/restore'],
  cli: { name: 'task restore', positional: ['id'] },
  emits: [taskRestored, taskUpdated],
  example: { id: exampleId },
})
