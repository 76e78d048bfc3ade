import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, instant, integer, text } from '#contract/schema.ts'
import { exampleId, notFound, rev } from './inputs.ts'
import { TaskId, UserId } from './task.ts'

/** A Product Requirement Prompt: what somebody who is given a task needs to know, as Markdown with front matter. */
export const Prp = z
  .object({
    taskId: TaskId,
    document: text,
    saved: boolean.describe('False where it is made from the task as it is now, and kept nowhere'),
    rev: integer.describe('0 where none is saved'),
    savedBy: UserId.nullable(),
    savedAt: instant().nullable(),
  })
  .meta({ id: 'Prp' })
export type Prp = z.infer<typeof Prp>

export const prpSaved = defineEvent({
  name: 'tasks.prp-saved',
  summary: 'The document of a task was saved',
  data: z.object({ id: TaskId }),
})

export const getPrp = defineQuery({
  name: 'tasks.get-prp',
  summary: 'Read the saved prompt of a task, or one made from its goal, links, steps and comments as you may see them',
  access: 'member',
  input: z.strictObject({
    taskId: TaskId,
    fresh: z.stringbool().or(boolean).optional().describe('Make it anew as a preview, even where one is saved'),
  }),
  output: Prp,
  errors: notFound,
  http: 'GET /tasks/{taskId}/prp',
  cli: { name: 'task prp', positional: ['taskId'] },
  example: { taskId: exampleId },
})

export const savePrp = defineCommand({
  name: 'tasks.save-prp',
  summary: 'Save the prompt of a task; everybody who sees the task can read it, with the context that stands in it',
  access: 'member',
  input: z.strictObject({ taskId: TaskId, rev, document: z.string().min(1).max(200_000) }),
  output: Prp,
  errors: notFound,
  http: 'PUT /tasks/{taskId}/prp',
  cli: { name: 'task save-prp', positional: ['taskId', 'document'] },
  emits: [prpSaved],
  example: { taskId: exampleId, document: '# Book the hall' },
})

export const downloadPrp = defineEndpoint({
  name: 'tasks.download-prp',
  summary: 'The prompt of a task as a Markdown file: the saved one, or one made from the task',
  access: 'member',
  input: z.strictObject({ taskId: TaskId }),
  output: text,
  errors: notFound,
  http: 'GET /tasks/{taskId}/prp/file',
  cli: { name: 'task download-prp', positional: ['taskId'] },
  example: { taskId: exampleId },
})
