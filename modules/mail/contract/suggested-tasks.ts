import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { date, id, instant, page, pageInput, text } from '#contract/schema.ts'
import { MessageId } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const SuggestionId = id('mail.suggestion')
export const SuggestionState = z.enum(['open', 'approved', 'dismissed'])

/** A task that a message seems to ask for. Nothing is made of it until a person approves. */
export const SuggestedTask = z
  .object({
    id: SuggestionId,
    messageId: MessageId,
    title: text,
    dueOn: date().nullable(),
    reason: z.enum(['request', 'question', 'deadline']),
    quote: z.string().describe('The sentence it was found in'),
    state: SuggestionState,
    createdAt: instant(),
  })
  .meta({ id: 'SuggestedTask' })
export type SuggestedTask = z.infer<typeof SuggestedTask>

export const suggestionChanged = defineEvent({
  name: 'mail.suggestion-changed',
  summary: 'A task was suggested, or its suggestion dismissed or approved',
  audience: 'person',
  data: z.object({ id: SuggestionId }),
})

const notFound = { 'suggestion-not-found': 'There is no such suggestion' } as const

export const listSuggestedTasks = defineQuery({
  name: 'mail.list-suggested-tasks',
  summary: 'List the tasks that your mail suggests, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, state: SuggestionState.default('open') }),
  output: page(SuggestedTask),
  http: 'GET /integrations/suggested-tasks',
  cli: { name: 'mail suggested-tasks' },
  example: {},
})

export const getSuggestedTask = defineQuery({
  name: 'mail.get-suggested-task',
  summary: 'Read one suggested task',
  access: 'member',
  input: z.strictObject({ id: SuggestionId }),
  output: SuggestedTask,
  errors: notFound,
  http: 'GET /integrations/suggested-tasks/{id}',
  example: { id: exampleId },
})

export const dismissSuggestedTask = defineCommand({
  name: 'mail.dismiss-suggested-task',
  summary: 'Dismiss a suggested task, or take that back',
  access: 'member',
  input: z.strictObject({ id: SuggestionId, dismissed: z.boolean().default(true) }),
  output: SuggestedTask,
  errors: { ...notFound, 'already-approved': 'That suggestion is a task already' },
  http: 'POST /integrations/suggested-tasks/{id}/dismiss',
  cli: { name: 'mail dismiss-suggestion', positional: ['id'] },
  emits: [suggestionChanged],
  example: { id: exampleId },
})
