import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, text } from '#contract/schema.ts'
import { taskUpdated } from './events.ts'
import { exampleId, notFound } from './inputs.ts'
import { TaskId, TaskStatus } from './task.ts'

/** Which end of a task waits for which end of another: the temporal relations of RFC 9253, and `depends-on`. */
export const Relation = z.enum([
  'finish-to-start',
  'finish-to-finish',
  'start-to-finish',
  'start-to-start',
  'depends-on',
])
export type Relation = z.infer<typeof Relation>

export const Dependency = z
  .object({
    taskId: TaskId.describe('The task that waits'),
    onId: TaskId.describe('The task it waits for'),
    relation: Relation,
    /** The other task of the two. */
    title: text,
    status: TaskStatus,
    holds: boolean.describe('Whether it holds up the task that waits right now'),
  })
  .meta({ id: 'TaskDependency' })
export type Dependency = z.infer<typeof Dependency>

export const addDependency = defineCommand({
  name: 'tasks.add-dependency',
  summary: 'Let a task wait for another one',
  access: 'member',
  input: z.strictObject({ id: TaskId, onId: TaskId, relation: Relation.default('finish-to-start') }),
  output: Dependency,
  errors: {
    ...notFound,
    'other-task-not-found': 'There is no such task to wait for',
    'illegal-cycle': { message: 'These tasks would wait for each other', kind: 'conflict' },
  },
  http: 'POST /tasks/{id}/dependencies',
  cli: { name: 'task wait', positional: ['id', 'onId'] },
  emits: [taskUpdated],
  example: { id: exampleId, onId: exampleId },
})

export const removeDependency = defineCommand({
  name: 'tasks.remove-dependency',
  summary: 'Let a task wait for another one no more',
  access: 'member',
  input: z.strictObject({ id: TaskId, onId: TaskId }),
  output: z.object({ blocked: boolean.describe('Whether the task waits for something else still') }),
  errors: { ...notFound, 'not-waiting': { message: 'The one does not wait for the other', kind: 'conflict' } },
  http: 'DELETE /tasks/{id}/dependencies/{onId}',
  cli: { name: 'task unwait', positional: ['id', 'onId'] },
  emits: [taskUpdated],
  example: { id: exampleId, onId: exampleId },
})

export const listDependencies = defineQuery({
  name: 'tasks.list-dependencies',
  summary: 'List what a task waits for and what waits for it',
  access: 'member',
  input: z.strictObject({ id: TaskId }),
  output: z.object({ waitsFor: z.array(Dependency), holdsUp: z.array(Dependency) }),
  errors: notFound,
  http: 'GET /tasks/{id}/dependencies',
  cli: { name: 'task waits', positional: ['id'] },
  example: { id: exampleId },
})
