import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { nothing, text } from '#contract/schema.ts'
import { FeedId } from '../../contract/feeds.ts'
import type { FeedTask } from './feed-task.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Whose feed a secret opens. */
export const findFeed = defineQuery({
  name: 'tasks.find-feed',
  summary: 'Whose tasks an address for calendars shows',
  access: 'system',
  input: z.strictObject({ hash: text }),
  output: z.object({
    feed: z.object({ id: text, name: text, userId: text, workspaceId: text, isStale: z.boolean() }).nullable(),
  }),
  example: { hash: '' },
})

/** The tasks that a calendar shows of a person; null where they are no member any more. */
export const readFeedTasks = defineQuery({
  name: 'tasks.read-feed-tasks',
  summary: 'The tasks that a calendar shows of a person',
  access: 'system',
  input: z.strictObject({ userId: text }),
  output: z.object({ tasks: z.custom<FeedTask[] | null>() }),
  example: { userId: exampleId },
})

/** Notes that a calendar read a feed. */
export const noteFeedRead = defineCommand({
  name: 'tasks.note-feed-read',
  summary: 'Note that a calendar read a feed',
  access: 'system',
  input: z.strictObject({ id: FeedId }),
  output: nothing,
  example: { id: exampleId },
})
