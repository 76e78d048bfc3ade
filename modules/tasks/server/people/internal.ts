import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'
import { boolean, integer, nothing } from '#contract/schema.ts'
import { projectChanged, taskErased, taskUpdated } from '../../contract.ts'
import { feedChanged } from '../../contract/feeds.ts'

/** Erases some of a person's private projects, the tasks in them first; 0 once none is left. */
export const erasePrivateBatch = defineCommand({
  name: 'tasks.erase-private-batch',
  summary: 'Erase private projects of a person with their tasks',
  access: 'system',
  input: z.strictObject({
    limit: integer,
    /** Whoever is a member again keeps theirs. */
    unlessMember: boolean,
  }),
  output: z.object({ erased: integer }),
  emits: [taskErased, taskUpdated, projectChanged],
  example: { limit: 100, unlessMember: false },
})

/** Erases what else of a person is for nobody but them. */
export const eraseOwn = defineCommand({
  name: 'tasks.erase-own',
  summary: 'Erase feeds of a person, and with their account filters, reminders and what they could undo',
  access: 'system',
  input: z.strictObject({
    /** When it was decided: a feed made since then is kept. */
    at: integer,
    account: boolean,
  }),
  output: nothing,
  emits: [feedChanged],
  example: { at: 0, account: false },
})
