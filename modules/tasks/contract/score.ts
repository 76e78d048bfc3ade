import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { defineSetting } from '#contract/setting.ts'
import { text } from '#contract/schema.ts'
import { exampleId, notFound } from './inputs.ts'
import { TaskId } from './task.ts'

/** What a score is made of. */
export const ScoreTerm = z.enum([
  'due',
  'priority',
  'blocking',
  'doing',
  'age',
  'effort',
  'energy',
  'blocked',
  'waiting',
  'later',
])
export type ScoreTerm = z.infer<typeof ScoreTerm>

export type ScoreWeights = Record<ScoreTerm, number>

const weight = z.number().min(-100).max(100)

/** How much each term counts. Taskwarrior's coefficients where it has the term. */
export const scoreWeights = defineSetting<ScoreWeights>({
  name: 'tasks.score-weights',
  summary: 'How much each term of the score of tasks counts, from -100 to 100',
  level: 'person',
  schema: z.strictObject({
    due: weight,
    priority: weight,
    blocking: weight,
    doing: weight,
    age: weight,
    effort: weight,
    energy: weight,
    blocked: weight,
    waiting: weight,
    later: weight,
  }),
  default: {
    due: 12,
    priority: 6,
    blocking: 8,
    doing: 4,
    age: 2,
    effort: 1,
    energy: 3,
    blocked: -5,
    waiting: -3,
    later: -5,
  },
})

export const TaskScore = z
  .object({
    id: TaskId,
    score: z.number().describe('The sum of the points, in hundredths rounded'),
    terms: z.array(
      z.object({
        term: ScoreTerm,
        value: z.number().describe('How far it applies, from 0 to 1'),
        weight: z.number(),
        points: z.number(),
        reason: text,
      }),
    ),
  })
  .meta({ id: 'TaskScore' })
export type TaskScore = z.infer<typeof TaskScore>

export const getTaskScore = defineQuery({
  name: 'tasks.get-score',
  summary: 'Say how much a task presses and why, term by term',
  access: 'member',
  input: z.strictObject({
    id: TaskId,
    energy: z.coerce.number().int().min(1).max(3).optional().describe('The energy you have now: 1 little, 3 much'),
  }),
  output: TaskScore,
  errors: notFound,
  http: 'GET /tasks/{id}/score',
  cli: { name: 'task score', positional: ['id'] },
  example: { id: exampleId },
})
