import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand } from '#contract/operation.ts'
import { boolean, id, integer } from '#contract/schema.ts'
import { taskCreated, taskErased } from '../contract.ts'

/** Erases some tasks and projects of a workspace nobody is in any more. */
export const eraseBatch = defineCommand({
  name: 'tasks.erase-batch',
  summary: 'Erase tasks and projects of a workspace',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({ erased: integer }),
  example: { limit: 200 },
})

/** Erases tasks that have lain in the trash long enough. */
export const emptyTrashBatch = defineCommand({
  name: 'tasks.empty-trash-batch',
  summary: 'Erase tasks that have lain in the trash for 30 days',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({ erased: integer }),
  emits: [taskErased],
  example: { limit: 100 },
})

/** Empties the trash of what went there 30 days ago. */
export const emptyTrash = defineJob({
  name: 'tasks.empty-trash',
  summary: 'Erase what has lain in the trash for 30 days',
  input: z.object({}),
})

/** Makes the task that a rule asks for; a message that has one is left alone. */
export const makeWantedTask = defineCommand({
  name: 'tasks.make-wanted-task',
  summary: 'Make the task that a rule asks for',
  access: 'system',
  input: z.strictObject({ messageId: id('mail.message') }),
  output: z.object({ made: boolean }),
  errors: { 'message-not-found': 'There is no such message' },
  emits: [taskCreated],
  example: { messageId: '01933b6e-8f00-7000-8000-000000000001' },
})
