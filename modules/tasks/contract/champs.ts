import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { taskUpdated } from './events.ts'
import { exampleId, notFound } from './inputs.ts'
import { TaskId } from './task.ts'

/**
 * What doing a task asks of a person, in six facets with a closed vocabulary each: the questions that Randy Sprick's
 * CHAMPS answers for a classroom, put for one's own work.
 */
export const champsVocabulary = {
  conversation: ['silent', 'quiet', 'one-to-one', 'group', 'call'],
  help: ['alone', 'look-up', 'ask-someone', 'ask-expert', 'together'],
  activity: ['write', 'read', 'think', 'make', 'sort', 'talk', 'errand'],
  movement: ['seated', 'standing', 'moving', 'out'],
  participation: ['solo', 'side-by-side', 'take-turns', 'team', 'watch'],
  success: ['finished', 'good-enough', 'time-spent', 'first-step', 'answer', 'handed-over'],
} as const

export type ChampsFacet = keyof typeof champsVocabulary

const facets = z.object({
  conversation: z.enum(champsVocabulary.conversation).nullable().describe('How much is spoken'),
  help: z.enum(champsVocabulary.help).nullable().describe('Where help comes from'),
  activity: z.enum(champsVocabulary.activity).nullable().describe('What one does'),
  movement: z.enum(champsVocabulary.movement).nullable().describe('Where the body is'),
  participation: z.enum(champsVocabulary.participation).nullable().describe('With whom'),
  success: z.enum(champsVocabulary.success).nullable().describe('When it counts as done'),
})
export type ChampsFacets = z.infer<typeof facets>

export const TaskChamps = z.object({ id: TaskId, facets, suggested: facets }).meta({ id: 'TaskChamps' })
export type TaskChamps = z.infer<typeof TaskChamps>

export const getChamps = defineQuery({
  name: 'tasks.get-champs',
  summary: 'Read the facets of a task (CHAMPS), and, unless prompts are off, what its words suggest for the others',
  access: 'member',
  input: z.strictObject({ id: TaskId }),
  output: TaskChamps,
  errors: notFound,
  http: 'GET /tasks/{id}/champs',
  cli: { name: 'task champs', positional: ['id'] },
  example: { id: exampleId },
})

export const setChamps = defineCommand({
  name: 'tasks.set-champs',
  summary: 'Say the facets of a task (CHAMPS); null takes one off, what is left out stays',
  access: 'member',
  input: z.strictObject({ id: TaskId, ...facets.partial().shape }),
  output: TaskChamps,
  errors: notFound,
  http: 'PATCH /tasks/{id}/champs',
  cli: { name: 'task set-champs', positional: ['id'] },
  emits: [taskUpdated],
  example: { id: exampleId, activity: 'write', success: 'good-enough' },
})
