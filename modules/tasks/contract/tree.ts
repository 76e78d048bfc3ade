import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, integer } from '#contract/schema.ts'
import { taskCreated, taskUpdated } from './events.ts'
import { exampleId, notFound, rev, title } from './inputs.ts'
import { Task, TaskId } from './task.ts'

/** Why a task cannot stand where it was put. */
export const placeErrors = {
  'parent-not-found': 'There is no such task to put it under',
  'illegal-level': {
    message: 'A task stands one level below its parent; steps stand under tasks and subtasks',
    kind: 'conflict',
  },
  'illegal-cycle': { message: 'A task cannot stand under itself', kind: 'conflict' },
  'sibling-not-found': 'There is no such task beside it',
} as const

export const level = z
  .number()
  .int()
  .min(0)
  .max(6)
  .describe('0 initiative, 1 phase, 2 epic, 3 sprint, 4 task, 5 subtask, 6 step')

export const moveTask = defineCommand({
  name: 'tasks.move',
  summary: 'Move a task and all below it under another task, or to the top',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    rev,
    parentId: TaskId.nullable(),
    afterId: TaskId.nullable().optional().describe('The sibling it comes after; null for first, last unless told'),
    level: level.optional().describe('At the top: the level it takes'),
  }),
  output: Task,
  errors: { ...notFound, ...placeErrors },
  http: 'POST /tasks/{id}/move',
  aliases: ['POST /api/v2/tasks/{id}/move'],
  cli: { name: 'task move', positional: ['id', 'parentId'] },
  emits: [taskUpdated],
  example: { id: exampleId, parentId: null },
})

/** A task in its tree, with what all below it comes to. */
export const TreeNode = z
  .object({
    task: Task,
    depth: integer.describe('0 is the task that was asked for'),
    total: integer.describe('Tasks without others below them, itself or below it; dropped ones are left out'),
    done: integer.describe('How many of these are done'),
    estimateMin: integer.nullable().describe('Minutes, of what is below it where that says, else its own'),
    estimateMax: integer.nullable(),
    spentMinutes: integer,
  })
  .meta({ id: 'TaskTreeNode' })
export type TreeNode = z.infer<typeof TreeNode>

export const getTaskTree = defineQuery({
  name: 'tasks.get-tree',
  summary: 'Read a task and what is below it, parents before children, with progress and time',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    depth: z.coerce.number().int().min(0).max(6).default(6).describe('How far down to list'),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({ items: z.array(TreeNode), more: boolean.describe('Whether there are more than the limit') }),
  errors: notFound,
  http: 'GET /tasks/{id}/tree',
  cli: { name: 'task tree', positional: ['id'] },
  cost: 'scan',
  example: { id: exampleId },
})

export const addStep = defineCommand({
  name: 'tasks.add-step',
  summary: 'Add a step of a few minutes to a task',
  access: 'member',
  input: z.strictObject({
    taskId: TaskId,
    title,
    minutes: z.number().int().min(2).max(5).default(5).describe('How long it takes, 2 to 5 minutes'),
    afterId: TaskId.nullable().optional().describe('The step it comes after; null for first, last unless told'),
  }),
  output: Task,
  errors: { ...notFound, ...placeErrors },
  http: 'POST /steps',
  cli: { name: 'step add', positional: ['taskId', 'title'] },
  emits: [taskCreated, taskUpdated],
  example: { taskId: exampleId, title: 'Open the letter' },
})

export const listSteps = defineQuery({
  name: 'tasks.list-steps',
  summary: 'List the steps of a task in their order',
  access: 'member',
  input: z.strictObject({ taskId: TaskId }),
  output: z.object({ items: z.array(Task) }),
  errors: notFound,
  http: 'GET /steps',
  cli: { name: 'step list', positional: ['taskId'] },
  example: { taskId: exampleId },
})
