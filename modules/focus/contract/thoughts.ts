import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, instant, page, pageInput, text } from '#contract/schema.ts'
import { sessionChanged, SessionId, ThoughtId, thoughtParked } from './events.ts'
import { exampleId } from './setup.ts'

const ThoughtState = z.enum(['parked', 'task', 'let-go'])

/** A thought that came in between. */
export const Thought = z
  .object({
    id: ThoughtId,
    text: text.describe('Empty where only the distraction was counted'),
    state: ThoughtState,
    taskId: id('tasks.task').nullable().describe('The task that was made of it'),
    sessionId: SessionId.nullable(),
    parkedAt: instant(),
  })
  .meta({ id: 'FocusThought' })
export type Thought = z.infer<typeof Thought>

export const parkThought = defineCommand({
  name: 'focus.park',
  summary: 'Park a thought for later; in a session it counts as a distraction',
  access: 'member',
  input: z.strictObject({ text: z.string().trim().max(2000).default('').describe('Nothing only counts it') }),
  output: Thought,
  http: 'POST /focus/thoughts',
  cli: { name: 'focus park', positional: ['text'] },
  emits: [thoughtParked, sessionChanged],
  example: { text: 'Water the plants' },
})

export const listThoughts = defineQuery({
  name: 'focus.list-thoughts',
  summary: 'List parked thoughts, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, state: ThoughtState.optional(), sessionId: SessionId.optional() }),
  output: page(Thought),
  http: 'GET /focus/thoughts',
  cli: { name: 'focus thoughts' },
  example: { state: 'parked' },
})

export const settleThought = defineCommand({
  name: 'focus.settle-thought',
  summary: 'Say what became of a thought: a task, nothing, or it is parked again',
  access: 'member',
  input: z.strictObject({
    id: ThoughtId,
    state: ThoughtState,
    taskId: id('tasks.task').optional().describe('The task that was made of it'),
  }),
  output: Thought,
  errors: { 'thought-not-found': 'There is no such thought', 'task-not-found': 'There is no such task' },
  http: 'POST /focus/thoughts/{id}/settle',
  cli: { name: 'focus settle-thought', positional: ['id', 'state'] },
  emits: [thoughtParked],
  example: { id: exampleId, state: 'let-go' },
})
