import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { noInput, nothing } from '#contract/schema.ts'
import { labelChanged, messageChanged } from './events.ts'
import { Label, LabelId } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const listLabels = defineQuery({
  name: 'mail.list-labels',
  summary: 'List labels by name',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(Label) }),
  http: 'GET /labels',
  cli: { name: 'label list' },
  example: {},
})

const labelName = z.string().trim().min(1, 'A label needs a name').max(100)

export const createLabel = defineCommand({
  name: 'mail.create-label',
  summary: 'Make a label',
  access: 'member',
  input: z.strictObject({
    name: labelName,
    color: z.enum(['yellow', 'green', 'pink', 'lilac', 'orange', 'red']).nullable().default(null),
  }),
  output: Label,
  errors: { 'already-a-label': 'There is a label of that name' },
  http: 'POST /labels',
  cli: { name: 'label add', positional: ['name'] },
  emits: [labelChanged],
  example: { name: 'Invoices' },
})

export const deleteLabel = defineCommand({
  name: 'mail.delete-label',
  summary: 'Remove a label; its messages stay',
  access: 'member',
  input: z.strictObject({ id: LabelId }),
  output: nothing,
  errors: { 'label-not-found': 'There is no such label' },
  http: 'DELETE /labels/{id}',
  cli: { name: 'label delete', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [labelChanged, messageChanged],
  example: { id: exampleId },
})
