import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { page, pageInput, text } from '#contract/schema.ts'
import { delegationEvents } from './delegation-events.ts'
import { taskCompleted, taskCreated, taskDeleted, taskReopened, taskUpdated } from './events.ts'
import {
  badQuery,
  changedFields,
  exampleId,
  idTaken,
  illegalMove,
  memberNotFound,
  namedId,
  newFields,
  notFound,
  projectNotFound,
  rev,
  statusInput,
  title,
} from './inputs.ts'
import { level, placeErrors } from './tree.ts'
import { Decomposition, ProjectId, Task, TaskId } from './task.ts'

export const createTask = defineCommand({
  name: 'tasks.create',
  summary: 'Make a task',
  access: 'member',
  input: z.strictObject({
    id: namedId,
    title,
    status: statusInput
      .refine((status) => status !== 'done' && status !== 'dropped', 'A new task is open')
      .default('inbox'),
    ...newFields,
    parentId: TaskId.nullable().default(null),
    level: level.optional(),
  }),
  output: Task,
  errors: {
    ...projectNotFound,
    ...memberNotFound,
    ...idTaken,
    'parent-not-found': placeErrors['parent-not-found'],
    'illegal-level': placeErrors['illegal-level'],
  },
  http: 'POST /tasks',
  aliases: ['POST /api/v2/tasks'],
  cli: { name: 'task add', positional: ['title'] },
  agent: { pinned: true },
  emits: [taskCreated, taskUpdated],
  example: { title: 'Send the invoice', dueAt: '2026-12-01T09:00:00Z' },
})

export const getTask = defineQuery({
  name: 'tasks.get',
  summary: 'Read one task',
  access: 'member',
  input: z.strictObject({ id: TaskId }),
  output: Task,
  errors: notFound,
  http: 'GET /tasks/{id}',
  aliases: ['GET /api/v2/tasks/{id}'],
  cli: { name: 'task show', positional: ['id'] },
  example: { id: exampleId },
})

export const listTasks = defineQuery({
  name: 'tasks.list',
  summary: 'List tasks: open ones by default, newest first',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    view: z
      .enum(['open', 'done', 'trash', 'all'])
      .optional()
      .describe('Open ones, unless the filter speaks of what has ended'),
    status: statusInput.optional(),
    projectId: ProjectId.optional(),
    q: z.string().max(1000).optional().describe('A filter such as status:next due:<7d label:home -project:site'),
    sort: z.enum(['newest', 'due', 'priority', 'score']).default('newest'),
    fields: z.stringbool().or(z.boolean()).optional().describe('Whether the values of your own fields come too'),
  }),
  output: page(Task),
  errors: badQuery,
  http: 'GET /tasks',
  aliases: ['GET /api/v2/tasks'],
  cli: { name: 'task list' },
  agent: { pinned: true },
  example: { q: 'status:next due:<7d' },
})

export const updateTask = defineCommand({
  name: 'tasks.update',
  summary: 'Change fields of a task; what is left out stays',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    rev,
    title: title.optional(),
    status: statusInput.optional(),
    ...changedFields,
    decomposition: Decomposition.nullable().optional().describe('How far it is taken apart'),
  }),
  output: Task,
  errors: { ...notFound, ...projectNotFound, ...memberNotFound, ...illegalMove },
  http: 'PATCH /tasks/{id}',
  aliases: ['PATCH /api/v2/tasks/{id}', 'PATCH /steps/{id}'],
  cli: { name: 'task update', positional: ['id'] },
  emits: [taskUpdated, taskCompleted, taskReopened, taskCreated, taskDeleted, ...delegationEvents],
  example: { id: exampleId, title: 'Send the invoice to Ada' },
})

export const setTaskStatus = defineCommand({
  name: 'tasks.set-status',
  summary: 'Move a task to another status',
  access: 'member',
  input: z.strictObject({ id: TaskId, rev, status: statusInput }),
  output: Task,
  errors: { ...notFound, ...illegalMove },
  http: 'PATCH /tasks/{id}/status',
  aliases: ['PATCH /api/v2/tasks/{id}/status'],
  cli: { name: 'task status', positional: ['id', 'status'] },
  emits: [taskUpdated, taskCompleted, taskReopened, taskCreated, taskDeleted, ...delegationEvents],
  example: { id: exampleId, status: 'doing' },
})

export const describeTasks = defineQuery({
  name: 'tasks.describe',
  summary: 'Titles of tasks, for links and timelines',
  access: 'member',
  input: z.strictObject({ ids: z.array(text).max(200) }),
  output: z.object({ items: z.array(z.object({ id: text, title: text })) }),
  http: 'POST /tasks/describe',
  cli: { name: 'task describe', positional: ['ids'] },
  example: { ids: [exampleId] },
})
