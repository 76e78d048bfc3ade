import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { boolean, date, integer, text } from '#contract/schema.ts'

/** Minutes of one hour of the day, one weekday, one day, one label. */
export const FocusBucket = z
  .object({
    key: text.describe('The hour from 0 to 23, the weekday from 0 (Monday), a date, or a label'),
    minutes: z.number(),
    n: integer.describe('Sessions that have a part in it'),
  })
  .meta({ id: 'FocusBucket' })
export type FocusBucket = z.infer<typeof FocusBucket>

export const FocusFigure = z
  .object({
    name: z.enum(['minutes', 'median', 'completion', 'distractions']),
    label: text,
    definition: text,
    value: z.number().nullable().describe('Null where n is too small to say'),
    unit: z.enum(['minutes', 'percent', 'an hour']),
    n: integer.describe('Sessions that it is made of'),
  })
  .meta({ id: 'FocusFigure' })
export type FocusFigure = z.infer<typeof FocusFigure>

export const readFocusStatistics = defineQuery({
  name: 'focus.statistics',
  summary: 'Sum your focus by hour, weekday, day and label, with how many sessions each figure is made of',
  access: 'member',
  input: z.strictObject({
    from: date().optional().describe('First day; four weeks unless given'),
    to: date().optional().describe('Last day; today unless given'),
    zone: z
      .string()
      .max(100)
      .optional()
      .describe('The IANA time zone of days and hours; that of the server unless given'),
  }),
  output: z.object({
    zone: text,
    any: boolean.describe('Whether there has been any session'),
    from: date(),
    to: date(),
    hours: z.array(FocusBucket),
    weekdays: z.array(FocusBucket),
    days: z.array(FocusBucket),
    labels: z.array(FocusBucket).describe('Most first; a session counts for each label of its task'),
    figures: z.array(FocusFigure).describe('Without game elements, completion is left out'),
  }),
  errors: {
    'bad-zone': { message: 'There is no such time zone', kind: 'validation', remedy: 'Write one as Europe/Berlin.' },
    'bad-span': {
      message: 'Days must run from first to last, 400 at most',
      kind: 'validation',
      remedy: 'Choose a shorter span.',
    },
  },
  http: 'GET /focus/statistics',
  cli: { name: 'focus statistics' },
  example: {},
})
export type FocusStatistics = z.infer<typeof readFocusStatistics.output>
