import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, id, instant, integer, noInput, text } from '#contract/schema.ts'
import { commentChanged } from './comment-events.ts'
import { delegationChanged, delegationEvents } from './delegation-events.ts'
import {
  projectChanged,
  taskCompleted,
  taskCreated,
  taskDeleted,
  taskReopened,
  taskRestored,
  taskUpdated,
} from './events.ts'
import { badQuery, exampleId, labelName, notFound, projectNotFound, statusInput } from './inputs.ts'
import { taskLabelChanged } from './labels.ts'
import { ProjectId, TaskId } from './task.ts'
import { timeChanged } from './time.ts'
import { templateChanged } from './template-events.ts'

export const ChangeId = id('tasks.change')

export const TaskChange = z
  .object({
    id: ChangeId,
    operation: text,
    at: instant(),
    records: integer.describe('How many tasks and other records it changed'),
    undone: boolean,
  })
  .meta({ id: 'TaskChange' })

export const listTaskChanges = defineQuery({
  name: 'tasks.list-changes',
  summary: 'List what you changed lately and can undo, newest first',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(TaskChange) }),
  http: 'GET /task-changes',
  cli: { name: 'task changes' },
  example: {},
})

export const undoTaskChange = defineCommand({
  name: 'tasks.undo',
  summary: 'Undo a change of yours: a named one, the last one of a task, or the last one of all',
  access: 'member',
  input: z.strictObject({ changeId: ChangeId.optional(), taskId: TaskId.optional() }),
  output: z.object({
    changeId: ChangeId.nullable().describe('The undo as a change, which can be undone too'),
    operation: text.describe('What was undone'),
    undone: integer.describe('Records that are as they were'),
    kept: integer.describe('Records that have changed since in the same place, or are gone, and stay as they are'),
    taskIds: z.array(TaskId),
  }),
  errors: { 'change-not-found': 'There is nothing to undo' },
  http: 'POST /task-changes/undo',
  cli: { name: 'task undo', positional: ['changeId'] },
  emits: [
    taskUpdated,
    taskCompleted,
    taskReopened,
    taskDeleted,
    taskRestored,
    projectChanged,
    taskLabelChanged,
    timeChanged,
    delegationChanged,
    commentChanged,
    templateChanged,
  ],
  example: { taskId: exampleId },
})

export const bulkUpdateTasks = defineCommand({
  name: 'tasks.bulk-update',
  summary: 'Change many tasks at once, by their ids or by a filter; one undo takes it all back',
  access: 'member',
  input: z.strictObject({
    ids: z.array(TaskId).max(500).optional(),
    q: z.string().max(1000).optional().describe('Open tasks that this filter finds, 500 at most'),
    status: statusInput.optional(),
    priority: z.number().int().min(0).max(3).optional(),
    startOn: date().nullable().optional(),
    dueAt: instant().nullable().optional(),
    deadlineOn: date().nullable().optional(),
    energy: z.number().int().min(1).max(3).nullable().optional(),
    projectId: ProjectId.nullable().optional(),
    addLabels: z.array(labelName).max(50).optional(),
    removeLabels: z.array(labelName).max(50).optional(),
    trash: z.boolean().optional().describe('Whether they go to the trash'),
  }),
  output: z.object({
    changed: integer,
    skipped: z.array(z.object({ id: TaskId, code: text.describe('task-not-found or illegal-move') })),
    changeId: ChangeId.nullable().describe('What undoes it'),
  }),
  errors: { ...notFound, ...projectNotFound, ...badQuery },
  http: 'POST /tasks/bulk',
  aliases: ['POST /api/v2/tasks/bulk'],
  cli: { name: 'task bulk' },
  emits: [taskUpdated, taskCompleted, taskReopened, taskCreated, taskDeleted, ...delegationEvents],
  example: { ids: [exampleId], priority: 2 },
})

export const resetDay = defineCommand({
  name: 'tasks.reset-day',
  summary: 'Take the date off tasks that are still open from before today; their deadlines stay',
  access: 'member',
  input: z.strictObject({
    zone: z.string().max(60).optional().describe('The time zone whose day it is, such as Europe/Berlin'),
  }),
  output: z.object({
    tasks: integer,
    more: boolean.describe('Whether there are still others: call again'),
    message: text,
    changeId: ChangeId.nullable().describe('What undoes it'),
  }),
  errors: { 'bad-zone': 'There is no such time zone' },
  http: 'POST /tasks/reset-day',
  cli: { name: 'task reset-day' },
  emits: [taskUpdated],
  example: { zone: 'Europe/Berlin' },
})
