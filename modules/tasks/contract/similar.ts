import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { integer, text } from '#contract/schema.ts'
import { TaskId } from './task.ts'

export const SimilarTask = z
  .object({ id: TaskId, title: text, percent: integer.describe('How many of their words they share') })
  .meta({ id: 'SimilarTask' })
export type SimilarTask = z.infer<typeof SimilarTask>

export const findSimilarTasks = defineQuery({
  name: 'tasks.find-similar',
  summary: 'Find open tasks that say nearly the same as titles do',
  access: 'member',
  input: z.strictObject({ titles: z.array(z.string().max(500)).min(1).max(200) }),
  output: z.object({
    items: z.array(z.object({ title: text, similar: z.array(SimilarTask) })),
  }),
  http: 'POST /tasks/similar',
  cli: { name: 'task similar', positional: ['titles'] },
  example: { titles: ['Call the dentist'] },
})
