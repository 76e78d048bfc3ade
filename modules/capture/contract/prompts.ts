import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, instant, page, pageInput, text } from '#contract/schema.ts'
import { exampleId, PromptId } from './capture.ts'
import { promptChanged } from './events.ts'

export const Prompt = z
  .object({
    id: PromptId,
    name: text,
    text: z.string().describe('With variables such as {{topic}}'),
    variables: z.array(text).describe('The names of its variables, in their order'),
    builtIn: boolean,
    givesPlan: boolean.describe('Whether what comes back can be imported as a plan'),
    createdAt: instant(),
    updatedAt: instant(),
  })
  .meta({ id: 'Prompt' })
export type Prompt = z.infer<typeof Prompt>

const name = z.string().trim().min(1, 'A prompt needs a name').max(200)
const words = z.string().trim().min(1, 'A prompt needs some text').max(20_000)
const one = z.strictObject({ id: PromptId })
const notFound = { 'prompt-not-found': 'There is no such prompt' } as const
const notYours = {
  ...notFound,
  'built-in': {
    message: 'That prompt comes with Daybook and stays as it is',
    kind: 'conflict',
    remedy: 'Make one of your own out of its text.',
  },
} as const

export const listPrompts = defineQuery({
  name: 'capture.list-prompts',
  summary: 'List prompts: those that come with Daybook, then your own by name',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Prompt),
  http: 'GET /prompts',
  aliases: ['GET /chatgpt-prompts'],
  cli: { name: 'prompt list' },
  example: {},
})

export const getPrompt = defineQuery({
  name: 'capture.get-prompt',
  summary: 'Read one prompt',
  access: 'member',
  input: one,
  output: Prompt,
  errors: notFound,
  http: 'GET /prompts/{id}',
  aliases: ['GET /chatgpt-prompts/{id}'],
  cli: { name: 'prompt show', positional: ['id'] },
  example: { id: exampleId },
})

export const createPrompt = defineCommand({
  name: 'capture.create-prompt',
  summary: 'Keep a prompt of your own; {{words}} in double braces are its variables',
  access: 'member',
  input: z.strictObject({ name, text: words }),
  output: Prompt,
  http: 'POST /prompts',
  aliases: ['POST /chatgpt-prompts'],
  cli: { name: 'prompt add', positional: ['name', 'text'] },
  emits: [promptChanged],
  example: { name: 'A plan for a trip', text: 'Plan a trip to {{place}} in {{days}} days, as a list of tasks.' },
})

export const updatePrompt = defineCommand({
  name: 'capture.update-prompt',
  summary: 'Change a prompt of your own',
  access: 'member',
  input: z.strictObject({ id: PromptId, name: name.optional(), text: words.optional() }),
  output: Prompt,
  errors: notYours,
  http: 'PATCH /prompts/{id}',
  aliases: ['PATCH /chatgpt-prompts/{id}'],
  cli: { name: 'prompt update', positional: ['id'] },
  emits: [promptChanged],
  example: { id: exampleId, name: 'A plan for a long trip' },
})

export const deletePrompt = defineCommand({
  name: 'capture.delete-prompt',
  summary: 'Delete a prompt of your own; it can be restored for 30 days',
  access: 'member',
  input: one,
  output: Prompt,
  errors: notYours,
  http: 'DELETE /prompts/{id}',
  aliases: ['DELETE /chatgpt-prompts/{id}'],
  cli: { name: 'prompt delete', positional: ['id'] },
  emits: [promptChanged],
  example: { id: exampleId },
})

export const restorePrompt = defineCommand({
  name: 'capture.restore-prompt',
  summary: 'Restore a deleted prompt',
  access: 'member',
  input: one,
  output: Prompt,
  errors: notFound,
  http: 'POST /prompts/{id}/restore',
  cli: { name: 'prompt restore', positional: ['id'] },
  emits: [promptChanged],
  example: { id: exampleId },
})

export const fillPrompt = defineQuery({
  name: 'capture.fill-prompt',
  summary: 'A prompt with its variables filled in, to paste elsewhere',
  access: 'member',
  input: z.strictObject({
    id: PromptId,
    values: z.array(z.string().max(20_000)).max(50).default([]).describe('Each as name=value'),
  }),
  output: z.object({ text, missing: z.array(text).describe('Variables that were not given') }),
  errors: {
    ...notFound,
    'bad-value': { message: 'A value is written as name=value', kind: 'validation' },
  },
  http: 'POST /prompts/{id}/fill',
  aliases: ['POST /chatgpt-prompts/{id}/fill'],
  cli: { name: 'prompt fill', positional: ['id', 'values'] },
  example: { id: exampleId, values: ['place=Lisbon', 'days=5'] },
})
