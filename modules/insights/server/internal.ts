import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand } from '#contract/operation.ts'
import { boolean, integer, noInput, nothing, text } from '#contract/schema.ts'

/** Learns how long the tasks of a person take. */
export const learnJob = defineJob({
  name: 'insights.learn',
  summary: 'Learn how long tasks take',
  input: nothing,
})

/** Has the model of a person learned anew in a while, unless they had it forgotten. */
export const noteWork = defineCommand({
  name: 'insights.note-work',
  summary: 'Note that there is something to learn from',
  access: 'system',
  input: noInput,
  output: nothing,
  example: {},
})

/** Keeps what was learned, unless the person had it forgotten since. */
export const keepModel = defineCommand({
  name: 'insights.keep-model',
  summary: 'Keep what was learned',
  access: 'system',
  input: z.strictObject({ begunAt: integer, tasks: integer, backTest: text, estimator: text }),
  output: z.object({ kept: boolean }),
  example: { begunAt: 0, tasks: 0, backTest: '{}', estimator: '{}' },
})

/** Erases models: of a person, or of everybody in a workspace that is gone. */
export const eraseModels = defineCommand({
  name: 'insights.erase-models',
  summary: 'Erase what was learned of people who are gone',
  access: 'system',
  input: z.strictObject({ everybody: boolean }),
  output: nothing,
  example: { everybody: false },
})
