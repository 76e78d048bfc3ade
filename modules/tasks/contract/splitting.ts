import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { integer, text, textOrNull } from '#contract/schema.ts'
import { taskCreated, taskUpdated } from './events.ts'
import { exampleId, notFound, rev, title } from './inputs.ts'
import { placeErrors } from './tree.ts'
import { Task, TaskId } from './task.ts'
import { ChangeId } from './undo.ts'

/** Steps of 2 to 5 minutes, or parts of a project that are taken apart later. */
export const SplitKind = z.enum(['step', 'part'])
export type SplitKind = z.infer<typeof SplitKind>

/** How large a task is: under 10 minutes, 10 to 60, over 60. */
export const SplitScope = z.enum(['simple', 'multi-step', 'project'])
export type SplitScope = z.infer<typeof SplitScope>

export const SplitSuggestion = z
  .object({
    id: TaskId,
    scope: SplitScope,
    kind: SplitKind,
    source: z.enum(['rules', 'model']).describe('Who it comes from'),
    model: textOrNull.describe('The name of the model'),
    verb: textOrNull.describe('The kind of work that the rules took it for, such as write; null for any'),
    message: text,
    items: z.array(z.object({ title: text, minutes: integer.nullable() })),
  })
  .meta({ id: 'SplitSuggestion' })
export type SplitSuggestion = z.infer<typeof SplitSuggestion>

const asked = {
  id: TaskId,
  scope: SplitScope.optional().describe('As how large to take it; by its estimate unless told'),
  locale: z.string().max(50).optional().describe('The language (BCP 47): English, German or French'),
}
const errors = { ...notFound, 'illegal-level': placeErrors['illegal-level'] }

export const previewSplit = defineQuery({
  name: 'tasks.preview-split',
  summary: 'Show into which steps or parts a task could be split, by rules alone; nothing changes',
  access: 'member',
  input: z.strictObject(asked),
  output: SplitSuggestion,
  errors,
  http: 'GET /tasks/{id}/split',
  cli: { name: 'task preview-split', positional: ['id'] },
  example: { id: exampleId, locale: 'en' },
})

export const suggestSplit = defineEndpoint({
  name: 'tasks.suggest-split',
  summary: 'Show into which steps or parts a task could be split, by a model where one is set up, else by rules',
  access: 'member',
  input: z.strictObject(asked),
  output: SplitSuggestion,
  errors,
  http: 'GET /tasks/{id}/split/suggestion',
  cli: { name: 'task suggest-split', positional: ['id'] },
  example: { id: exampleId, locale: 'en' },
})

export const splitTask = defineCommand({
  name: 'tasks.split',
  summary: 'Add steps or parts to a task, one level below it; one undo takes them back',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    rev,
    kind: SplitKind.default('step'),
    items: z
      .array(z.strictObject({ title, minutes: z.number().int().min(1).max(100_000).nullable().default(null) }))
      .min(1)
      .max(50),
    whole: z.boolean().default(true).describe('Whether that is all of it; else it counts as begun'),
  }),
  output: z.object({ task: Task, items: z.array(Task), changeId: ChangeId.nullable().describe('What undoes it') }),
  errors: { ...errors, 'step-too-long': { message: 'A step takes 2 to 5 minutes', kind: 'validation' } },
  http: 'POST /tasks/{id}/split',
  cli: { name: 'task split', positional: ['id'] },
  emits: [taskCreated, taskUpdated],
  example: { id: exampleId, items: [{ title: 'Open a blank page', minutes: 2 }] },
})
