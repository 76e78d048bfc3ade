import { z } from 'zod'
import { defineCommand } from '#contract/operation.ts'

/** Erases some tasks and projects of a workspace nobody is in any more. */
export const eraseBatch = defineCommand({
  name: 'tasks.erase-batch',
  summary: 'Erase tasks and projects of a workspace',
  access: 'system',
  input: z.strictObject({ limit: z.number().int() }),
  output: z.object({ erased: z.number().int() }),
  example: { limit: 200 },
})
