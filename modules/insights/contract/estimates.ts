import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, noInput, text, textOrNull } from '#contract/schema.ts'

const ReferenceClass = z.object({
  kind: z.enum(['same-title', 'similar-titles', 'label', 'person']),
  label: textOrNull,
  words: z.string().describe('What it is, such as "9 tasks of the same title"'),
  n: z.number().int().describe('Past tasks in it'),
})

export const DurationEstimate = z
  .object({
    range: z
      .object({ from: integer, to: integer })
      .nullable()
      .describe('Minutes that four of five such tasks took; null while too little is known'),
    text: z.string().nullable().describe('The same in words: "usually 20-45 min (n=9)"'),
    likely: integer.nullable().describe('The likeliest number of minutes, without your own estimate'),
    own: integer.nullable(),
    suggested: integer
      .nullable()
      .describe(
        'Your own estimate, unless correcting yours was better on your past tasks and prompts are on; null without one',
      ),
    corrected: z.boolean().describe('Whether `suggested` is such a correction'),
    reference: ReferenceClass.nullable().describe('The past tasks this leans on'),
    learned: z.number().int().describe('Past tasks that were learned from'),
  })
  .meta({ id: 'DurationEstimate' })
export type DurationEstimate = z.infer<typeof DurationEstimate>

export const estimateDuration = defineQuery({
  name: 'insights.estimate',
  summary: 'Say how long a task usually takes, from your own past tasks',
  access: 'member',
  input: z.strictObject({
    title: z.string().trim().min(1, 'A task needs a title').max(500),
    projectId: id('tasks.project').nullable().default(null),
    labels: z.array(z.string().min(1).max(100)).max(50).default([]),
    ownMinutes: z.number().int().min(1).max(1_000_000).nullable().default(null).describe('What you think it takes'),
  }),
  output: DurationEstimate,
  errors: { 'project-not-found': 'There is no such project' },
  http: 'POST /analytics/estimates',
  cli: { name: 'task estimate', positional: ['title'] },
  example: { title: 'Send the invoice', labels: ['office'] },
})

const BandCoverage = z.object({
  upTo: z.number().int().nullable().describe('People with so many past tasks; null for more'),
  tasks: integer,
  held: z.number().int().describe('Tasks whose time lay within the range'),
})

export const DurationModel = z
  .object({
    state: z.enum(['learned', 'forgotten', 'none']),
    version: integer.nullable(),
    learnedAt: instant().nullable(),
    tasks: z.number().int().describe('Past tasks learned from: yours, done, with time spent'),
    features: z.array(text).describe('What estimates look at'),
    backTest: z
      .object({
        tasks: integer,
        error: z.number().describe('Mean of |ln(estimated / actual)|, each estimate made from earlier tasks alone'),
        medianError: z.number().describe('The same of the median of earlier tasks'),
        bands: z.array(BandCoverage),
        own: z.object({ tasks: integer, error: z.number(), suggestedError: z.number(), corrected: integer }),
        used: boolean.describe('Whether it beat the median; else the plain range of past tasks is shown'),
      })
      .nullable(),
  })
  .meta({ id: 'DurationModel' })
export type DurationModel = z.infer<typeof DurationModel>

export const getModel = defineQuery({
  name: 'insights.get-model',
  summary: 'Read what was learned of how long your tasks take, and how well it fares',
  access: 'member',
  input: noInput,
  output: DurationModel,
  http: 'GET /analytics/model',
  cli: { name: 'insights model' },
  example: {},
})

export const learnDurations = defineCommand({
  name: 'insights.learn',
  summary: 'Learn anew how long your tasks take, also after it was forgotten',
  access: 'member',
  input: noInput,
  output: z.object({ job: z.uuid() }),
  http: 'POST /analytics/model',
  cli: { name: 'insights learn' },
  startsJob: true,
  example: {},
})

export const forgetDurations = defineCommand({
  name: 'insights.forget',
  summary: 'Delete what was learned of how long your tasks take; nothing is learned until you ask for it',
  access: 'member',
  input: noInput,
  output: z.object({ forgotten: boolean }),
  http: 'DELETE /analytics/model',
  cli: { name: 'insights forget' },
  example: {},
})
