import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { boolean, date, integer, text } from '#contract/schema.ts'

export const Bucket = z
  .object({
    from: date(),
    to: date().describe('Its last day'),
    known: z.boolean().describe('False before your first task and after today: there is nothing to count'),
    partial: z.boolean().describe('Whether some of its days are still to come or were before your first task'),
    created: integer.nullable(),
    done: integer.nullable(),
    plannedMinutes: integer.nullable().describe('Estimates of done tasks that have both an estimate and time spent'),
    actualMinutes: integer.nullable().describe('Time spent on the same tasks'),
    plannedTasks: integer.nullable().describe('How many these are'),
  })
  .meta({ id: 'StatisticsBucket' })
export type Bucket = z.infer<typeof Bucket>

export const Figure = z
  .object({
    name: z.enum(['created', 'done', 'spent', 'ratio', 'in-range']),
    label: text,
    definition: text,
    value: z.number().nullable().describe('Null where n is too small to say'),
    unit: z.enum(['tasks', 'minutes', 'times', 'percent']),
    n: z.number().int().describe('Tasks that it is made of'),
  })
  .meta({ id: 'StatisticsFigure' })
export type Figure = z.infer<typeof Figure>

export const readWorkStatistics = defineQuery({
  name: 'insights.statistics',
  summary: 'Count your tasks made and done by day or week, and compare estimates with time spent',
  access: 'member',
  input: z.strictObject({
    unit: z.enum(['day', 'week']).default('day').describe('Weeks begin on Monday'),
    from: date().optional().describe('First day; four weeks of days or twelve weeks unless given'),
    to: date().optional().describe('Last day; today unless given'),
    zone: z.string().max(100).optional().describe('The IANA time zone of days; that of the server unless given'),
  }),
  output: z.object({
    zone: text,
    unit: z.enum(['day', 'week']),
    any: boolean.describe('Whether you have had any task'),
    buckets: z.array(Bucket),
    figures: z.array(Figure),
  }),
  errors: {
    'bad-zone': { message: 'There is no such time zone', kind: 'validation', remedy: 'Write one as Europe/Berlin.' },
    'bad-span': {
      message: 'Days must run from first to last, 400 days or weeks at most',
      kind: 'validation',
      remedy: 'Choose a shorter span, or weeks.',
    },
  },
  http: 'GET /statistics',
  cli: { name: 'statistics' },
  example: { unit: 'week' },
})
export type WorkStatistics = z.infer<typeof readWorkStatistics.output>
