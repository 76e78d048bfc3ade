import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, text } from '#contract/schema.ts'
import { CustomFieldKind } from './custom-field-kind.ts'
import { taskUpdated } from './events.ts'
import { exampleId, notFound, rev } from './inputs.ts'
import { FieldValue, TaskId } from './task.ts'
import { ChangeId } from './undo.ts'

export const CustomFieldId = id('tasks.field')

/** A field that a workspace adds to its tasks. */
export const CustomField = z
  .object({
    id: CustomFieldId,
    rev: integer,
    name: text,
    key: z.string().describe('The word that filters know it by: venue:hall'),
    kind: CustomFieldKind,
    choices: z.array(text),
    archived: boolean,
    createdAt: instant(),
    value: FieldValue.nullable().describe('Of the task that was asked about'),
    changeId: ChangeId.nullable().optional().describe('What undoes it, in the answer of a change of a value'),
  })
  .meta({ id: 'CustomField' })
export type CustomField = z.infer<typeof CustomField>

export const fieldChanged = defineEvent({
  name: 'tasks.field-changed',
  summary: 'A field of tasks was made or changed',
  data: z.object({ id: CustomFieldId }),
})

const name = z.string().trim().min(1, 'A field needs a name').max(60)
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,29}$/, 'Small letters, digits, - and _, a letter first')
  .describe('Made from the name unless given')
const choices = z.array(z.string().trim().min(1).max(100)).max(100)
const faults = {
  'field-key-taken': {
    message: 'Filters know something else by that word',
    kind: 'conflict',
    remedy: 'Give another key.',
  },
  'choices-needed': { message: 'A choice has words to choose from, and no other field has', kind: 'validation' },
  'too-many-fields': { message: 'A workspace has 200 fields at most', kind: 'conflict' },
} as const
const fieldNotFound = { 'field-not-found': 'There is no such field' } as const

export const createField = defineCommand({
  name: 'tasks.create-field',
  summary: 'Add a field to the tasks of the workspace',
  access: 'member',
  input: z.strictObject({ name, kind: CustomFieldKind, key: key.optional(), choices: choices.default([]) }),
  output: CustomField,
  errors: faults,
  http: 'POST /tasks/fields',
  cli: { name: 'field add', positional: ['name', 'kind'] },
  emits: [fieldChanged],
  example: { name: 'Venue', kind: 'text' },
})

export const updateField = defineCommand({
  name: 'tasks.update-field',
  summary: 'Rename a field, change its choices, or put it away; values stay with the tasks',
  access: 'member',
  input: z.strictObject({
    id: CustomFieldId,
    rev,
    name: name.optional(),
    choices: choices.optional(),
    archived: boolean.optional(),
  }),
  output: CustomField,
  errors: { ...fieldNotFound, 'choices-needed': faults['choices-needed'] },
  http: 'PATCH /tasks/fields/{id}',
  cli: { name: 'field update', positional: ['id'] },
  emits: [fieldChanged],
  example: { id: exampleId, name: 'Place' },
})

export const listFields = defineQuery({
  name: 'tasks.list-fields',
  summary: 'List the fields of the workspace, with the values of a task where one is named',
  access: 'member',
  input: z.strictObject({ taskId: TaskId.optional(), archived: z.stringbool().or(boolean).optional() }),
  output: z.object({ items: z.array(CustomField) }),
  errors: notFound,
  http: 'GET /tasks/fields',
  cli: { name: 'field list', positional: ['taskId'] },
  example: {},
})

export const setField = defineCommand({
  name: 'tasks.set-field',
  summary: 'Give a task a value in a field, or take it away by null',
  access: 'member',
  input: z.strictObject({ taskId: TaskId, fieldId: CustomFieldId, value: FieldValue.nullable() }),
  output: CustomField,
  errors: {
    ...notFound,
    ...fieldNotFound,
    'bad-value': {
      message: 'The field does not take that',
      kind: 'validation',
      remedy:
        'Give text, a number of four decimals at most, a day as YYYY-MM-DD, a choice, true or false, or a member.',
    },
  },
  http: 'PUT /tasks/{taskId}/fields/{fieldId}',
  cli: { name: 'task field', positional: ['taskId', 'fieldId', 'value'] },
  emits: [taskUpdated],
  example: { taskId: exampleId, fieldId: exampleId, value: 'The small hall' },
})
