import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, instant, integer, text } from '#contract/schema.ts'
import { dayChanged } from './events.ts'
import { badZone, exampleId, notYet, TaskId, taskNotFound, zone } from './inputs.ts'

export const RitualPart = z.enum(['morning', 'evening'])
export type RitualPart = z.infer<typeof RitualPart>

/** At most three things: what is more is a list, not a plan. */
const things = z.array(TaskId).max(3, 'Three things at most')
const words = z.string().trim().max(2000)
const day = date().optional().describe('Today unless told; a day that has been may be kept afterwards')
const errors = { ...badZone, ...notYet }

const Held = z.object({
  state: z.enum(['open', 'done', 'skipped']),
  at: instant().nullable(),
  inWindow: boolean.describe('Whether it is your time for it; it can be kept at any time'),
})

const Window = z.object({
  n: z.number().int().describe('Days it was kept'),
  of: z.number().int().describe('Days that count: not those skipped or paused, nor those before you began'),
})

export const Ritual = z
  .object({
    day: date(),
    paused: boolean,
    prompt: RitualPart.nullable().describe('What there is to ask for now, if anything'),
    morning: Held.extend({ intention: text }),
    evening: Held.extend({ wentWell: text, canWait: text }),
    taskIds: z.array(TaskId).describe('The things of the day, three at most'),
    consistency: z
      .object({ last7: Window, last28: Window, mornings: integer, evenings: integer })
      .nullable()
      .describe('Null where game elements are off. Mornings and evenings are all there were, and only grow'),
  })
  .meta({ id: 'Ritual' })
export type Ritual = z.infer<typeof Ritual>

export const getRitual = defineQuery({
  name: 'day.get-ritual',
  summary: 'Read how a day was begun and closed, and its three things',
  access: 'member',
  input: z.strictObject({ day, zone }),
  output: Ritual,
  errors,
  http: 'GET /ritual',
  cli: { name: 'ritual show' },
  example: {},
})

export const keepMorning = defineCommand({
  name: 'day.keep-morning',
  summary: 'Begin the day: a line about it and at most three things',
  access: 'member',
  input: z.strictObject({
    taskIds: things.optional().describe('Those of the day stay unless told'),
    intention: words.default(''),
    day,
    zone,
  }),
  output: Ritual,
  errors: { ...errors, ...taskNotFound },
  http: 'POST /ritual/morning',
  cli: { name: 'ritual morning' },
  emits: [dayChanged],
  example: { taskIds: [exampleId], intention: 'One thing after the other' },
})

export const closeEvening = defineCommand({
  name: 'day.close-evening',
  summary: 'Close the day: what went well, and what can wait until tomorrow',
  access: 'member',
  input: z.strictObject({ wentWell: words.default(''), canWait: words.default(''), day, zone }),
  output: Ritual,
  errors,
  http: 'POST /ritual/evening',
  cli: { name: 'ritual evening' },
  emits: [dayChanged],
  example: { wentWell: 'The talk with Ada', canWait: 'The invoice' },
})

export const skipRitual = defineCommand({
  name: 'day.skip-ritual',
  summary: 'Leave out a morning or an evening; it counts neither way',
  access: 'member',
  input: z.strictObject({ part: RitualPart, day, zone }),
  output: Ritual,
  errors,
  http: 'POST /ritual/skip',
  cli: { name: 'ritual skip', positional: ['part'] },
  emits: [dayChanged],
  example: { part: 'morning' },
})

export const reopenRitual = defineCommand({
  name: 'day.reopen-ritual',
  summary: 'Take back that a morning or an evening was kept or left out',
  access: 'member',
  input: z.strictObject({ part: RitualPart, day, zone }),
  output: Ritual,
  errors,
  http: 'POST /ritual/reopen',
  cli: { name: 'ritual reopen', positional: ['part'] },
  emits: [dayChanged],
  example: { part: 'morning' },
})

export const planDay = defineCommand({
  name: 'day.plan',
  summary: 'Choose the things of the day, three at most',
  access: 'member',
  input: z.strictObject({ taskIds: things, day, zone }),
  output: Ritual,
  errors: { ...badZone, ...taskNotFound },
  http: 'PUT /ritual/plan',
  cli: { name: 'ritual plan', positional: ['taskIds'] },
  emits: [dayChanged],
  example: { taskIds: [exampleId] },
})
