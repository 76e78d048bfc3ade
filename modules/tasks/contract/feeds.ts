import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { id, instant, noInput, nothing, secretText, text } from '#contract/schema.ts'
import { exampleId } from './inputs.ts'

export const FeedId = id('tasks.feed')

/** An address at which calendars read a person's tasks. The address itself is told once, when it is made. */
export const TaskFeed = z
  .object({
    id: FeedId,
    name: text,
    createdAt: instant(),
    readAt: instant().nullable().describe('When a calendar last read it; null where none has yet'),
  })
  .meta({ id: 'TaskFeed' })
export type TaskFeed = z.infer<typeof TaskFeed>

export const feedChanged = defineEvent({
  name: 'tasks.feed-changed',
  summary: 'An address for calendars was made or revoked',
  audience: 'person',
  data: z.object({ id: FeedId }),
})

export const createFeed = defineCommand({
  name: 'tasks.create-feed',
  summary: 'Make a secret address at which calendars read your tasks; it is told this once',
  access: 'member',
  input: z.strictObject({ name: z.string().trim().min(1, 'A feed needs a name').max(100).default('Calendar') }),
  output: TaskFeed.extend({ path: secretText().describe('Comes behind the address of this Daybook') }),
  errors: {
    'too-many-feeds': {
      message: 'There are a hundred feeds already',
      kind: 'conflict',
      remedy: 'Revoke one that nobody reads.',
    },
  },
  http: 'POST /feeds',
  cli: { name: 'feed add', positional: ['name'] },
  agent: { withheld: 'Its answer is a secret' },
  emits: [feedChanged],
  example: { name: 'Phone' },
})

export const listFeeds = defineQuery({
  name: 'tasks.list-feeds',
  summary: 'List your addresses for calendars, the newest first',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(TaskFeed) }),
  http: 'GET /feeds',
  cli: { name: 'feed list' },
  example: {},
})

export const revokeFeed = defineCommand({
  name: 'tasks.revoke-feed',
  summary: 'Revoke an address for calendars: from then on nobody reads anything there',
  access: 'member',
  input: z.strictObject({ id: FeedId }),
  output: nothing,
  errors: { 'feed-not-found': 'There is no such feed' },
  http: 'DELETE /feeds/{id}',
  cli: { name: 'feed revoke', positional: ['id'] },
  emits: [feedChanged],
  example: { id: exampleId },
})

export const readFeed = defineEndpoint({
  name: 'tasks.read-feed',
  summary: 'Tasks as a calendar (iCalendar, RFC 5545), for whoever has the secret address',
  access: 'anonymous',
  limit: 'bearer',
  input: z.strictObject({ secret: secretText() }),
  output: text,
  errors: {
    'feed-not-found': {
      message: 'There is nothing at this address',
      remedy: 'Make a new address for your calendar in Daybook.',
    },
  },
  http: 'GET /feeds/{secret}/tasks.ics',
  cli: { name: 'feed read', positional: ['secret'] },
  agent: { withheld: 'It is for calendars' },
  example: { secret: 'daybook_ics_example' },
})
