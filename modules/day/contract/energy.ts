import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, id, instant, integer, noInput, page, pageInput, text } from '#contract/schema.ts'
import { Task } from '#modules/tasks/contract.ts'
import { dayChanged } from './events.ts'
import { badZone, energyLevel, energyNow, exampleId, notYet, zone } from './inputs.ts'

export const EnergyId = id('day.energy')

/** How much energy a person had, on the clock of their own wall. */
export const EnergyCheckIn = z
  .object({ id: EnergyId, level: energyLevel, at: instant(), day: date(), hour: integer })
  .meta({ id: 'EnergyCheckIn' })
export type EnergyCheckIn = z.infer<typeof EnergyCheckIn>

export const noteEnergy = defineCommand({
  name: 'day.note-energy',
  summary: 'Note how much energy you have; nobody else sees it',
  access: 'member',
  input: z.strictObject({
    level: energyLevel,
    at: instant().optional().describe('When that was; now unless told'),
    zone,
  }),
  output: EnergyCheckIn,
  errors: { ...badZone, ...notYet },
  http: 'POST /energy',
  cli: { name: 'energy note' },
  emits: [dayChanged],
  example: { level: 2, zone: 'Europe/Berlin' },
})

export const listEnergy = defineQuery({
  name: 'day.list-energy',
  summary: 'List how much energy you had, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(EnergyCheckIn),
  http: 'GET /energy',
  cli: { name: 'energy list' },
  example: {},
})

export const removeEnergy = defineCommand({
  name: 'day.remove-energy',
  summary: 'Take back a note of your energy',
  access: 'member',
  input: z.strictObject({ id: EnergyId }),
  output: EnergyCheckIn,
  errors: { 'check-in-not-found': 'There is no such note of your energy' },
  http: 'DELETE /energy/{id}',
  cli: { name: 'energy remove', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId },
})

export const getEnergy = defineQuery({
  name: 'day.get-energy',
  summary: 'Read your energy of today, and whether it is time to be asked',
  access: 'member',
  input: z.strictObject({ zone }),
  output: z.object({
    day: date(),
    latest: EnergyCheckIn.nullable(),
    today: z.array(EnergyCheckIn).describe('Oldest first'),
    prompt: boolean.describe('At most once an hour, between your morning and your evening, never while you pause'),
  }),
  errors: badZone,
  http: 'GET /energy/now',
  cli: { name: 'energy show' },
  example: {},
})

export const postponeEnergy = defineCommand({
  name: 'day.postpone-energy',
  summary: 'Not now: have the next question about your energy come in an hour at the earliest',
  access: 'member',
  input: noInput,
  output: z.object({ until: instant() }),
  http: 'POST /energy/later',
  cli: { name: 'energy later' },
  emits: [dayChanged],
  example: {},
})

export const EnergyForecast = z
  .object({
    ready: boolean.describe('Whether there are enough notes to say something'),
    n: integer.describe('Notes it is made of'),
    needed: integer,
    hours: z.array(z.object({ hour: integer, level: z.number(), n: z.number().int().describe('Notes of that hour') })),
    baseline: z.number().nullable().describe('The same as last today; your mean where there is none today'),
    backTest: z
      .object({
        n: integer,
        error: z.number().describe('Mean distance of the forecast, each made from earlier notes alone'),
        baselineError: z.number().describe('The same of “as last today”'),
      })
      .nullable(),
    better: z.enum(['forecast', 'baseline']).nullable().describe('Which came closer so far'),
  })
  .meta({ id: 'EnergyForecast' })
export type EnergyForecast = z.infer<typeof EnergyForecast>

export const forecastEnergy = defineQuery({
  name: 'day.forecast-energy',
  summary: 'Say how much energy you usually have by hour, beside the guess that it stays as it is',
  access: 'member',
  input: z.strictObject({ zone }),
  output: EnergyForecast,
  errors: badZone,
  http: 'GET /energy/forecast',
  cli: { name: 'energy forecast' },
  example: {},
})

/** A task to turn to, and why. */
export const Suggestion = z.object({ task: Task, reasons: z.array(text) }).meta({ id: 'TaskSuggestion' })
export type Suggestion = z.infer<typeof Suggestion>

export const recommendTasks = defineQuery({
  name: 'day.recommend',
  summary: 'Name open tasks that fit your energy and the time you have, with reasons',
  access: 'member',
  input: z.strictObject({
    energy: energyNow.describe('As last noted today, unless told'),
    minutes: z.coerce.number().int().min(1).max(1440).optional().describe('The time you have'),
    zone,
  }),
  output: z.object({
    energy: energyLevel.nullable(),
    minutes: integer.nullable(),
    items: z.array(Suggestion),
  }),
  errors: badZone,
  http: 'GET /energy/recommendations',
  cli: { name: 'energy recommend' },
  example: { energy: 2, minutes: 30 },
})
