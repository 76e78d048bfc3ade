import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, integer, noInput, text, textOrNull } from '#contract/schema.ts'
import { taskUpdated } from './events.ts'
import { exampleId, labelName } from './inputs.ts'

export const TaskLabelId = id('tasks.label')

export const TaskLabel = z.object({ id: TaskLabelId, name: text, color: textOrNull }).meta({ id: 'TaskLabel' })
export type TaskLabel = z.infer<typeof TaskLabel>

export const taskLabelChanged = defineEvent({
  name: 'tasks.label-changed',
  summary: 'A label of tasks was renamed, recoloured or removed',
  data: z.object({ id: TaskLabelId }),
})

const labelNotFound = { 'label-not-found': 'There is no such label' } as const

export const listTaskLabels = defineQuery({
  name: 'tasks.list-labels',
  summary: 'List the labels of tasks by name; a label is made when a task first bears it',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(TaskLabel) }),
  http: 'GET /task-labels',
  cli: { name: 'task labels' },
  example: {},
})

export const updateTaskLabel = defineCommand({
  name: 'tasks.update-label',
  summary: 'Rename or recolour a label, on every task that bears it',
  access: 'member',
  input: z.strictObject({
    id: TaskLabelId,
    name: labelName.optional(),
    color: z.enum(['yellow', 'green', 'pink', 'lilac', 'orange', 'red']).nullable().optional(),
  }),
  output: TaskLabel,
  errors: { ...labelNotFound, 'already-a-label': 'There is a label of that name' },
  http: 'PATCH /task-labels/{id}',
  cli: { name: 'task update-label', positional: ['id'] },
  emits: [taskLabelChanged, taskUpdated],
  example: { id: exampleId, name: 'errand' },
})

export const deleteTaskLabel = defineCommand({
  name: 'tasks.delete-label',
  summary: 'Remove a label; its tasks stay',
  access: 'member',
  input: z.strictObject({ id: TaskLabelId }),
  output: z.object({ tasks: integer.describe('How many tasks bore it') }),
  errors: labelNotFound,
  http: 'DELETE /task-labels/{id}',
  cli: { name: 'task delete-label', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [taskLabelChanged, taskUpdated],
  example: { id: exampleId },
})
