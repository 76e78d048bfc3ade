import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, id, instant, integer, text } from '#contract/schema.ts'
import { dayChanged } from './events.ts'
import { badZone, exampleId, notYet, zone } from './inputs.ts'

export const HabitId = id('day.habit')

/** Something a person wants to do so many times a week. It is counted and never judged. */
export const Habit = z
  .object({
    id: HabitId,
    name: text,
    times: z.number().int().describe('How often a week'),
    paused: boolean,
    archived: boolean,
    createdAt: instant(),
    week: z.object({
      from: date().describe('Its Monday'),
      count: integer,
      today: z.number().int().describe('How many of these are of today'),
    }),
    earned: z
      .object({
        counts: z.number().int().describe('All there were'),
        weeks: z.number().int().describe('Weeks in which it was done as often as meant at the time'),
      })
      .nullable()
      .describe('Null where game elements are off. It only grows'),
  })
  .meta({ id: 'Habit' })
export type Habit = z.infer<typeof Habit>

const name = z.string().trim().min(1, 'A habit needs a name').max(200)
const times = z.number().int().min(1).max(21)
const day = date().optional().describe('Today unless told; a day that has been may be counted afterwards')
const notFound = { 'habit-not-found': 'There is no such habit' } as const

export const listHabits = defineQuery({
  name: 'day.list-habits',
  summary: 'List your habits with their counts of this week, in the order they were made',
  access: 'member',
  input: z.strictObject({ archived: z.stringbool().or(boolean).default(false), zone }),
  output: z.object({ items: z.array(Habit) }),
  errors: badZone,
  http: 'GET /habits',
  cli: { name: 'habit list' },
  example: {},
})

export const createHabit = defineCommand({
  name: 'day.create-habit',
  summary: 'Make a habit: something to do so many times a week',
  access: 'member',
  input: z.strictObject({ name, times: times.default(3), zone }),
  output: Habit,
  errors: {
    ...badZone,
    'too-many-habits': {
      message: 'There are a hundred habits already',
      kind: 'conflict',
      remedy: 'Archive one first.',
    },
  },
  http: 'POST /habits',
  cli: { name: 'habit add', positional: ['name'] },
  emits: [dayChanged],
  example: { name: 'Walk before lunch', times: 3 },
})

export const updateHabit = defineCommand({
  name: 'day.update-habit',
  summary: 'Change the name of a habit, or how often a week it is meant to be',
  access: 'member',
  input: z.strictObject({ id: HabitId, name: name.optional(), times: times.optional(), zone }),
  output: Habit,
  errors: { ...badZone, ...notFound },
  http: 'PATCH /habits/{id}',
  cli: { name: 'habit update', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId, times: 2 },
})

export const countHabit = defineCommand({
  name: 'day.count-habit',
  summary: 'Count a habit once',
  access: 'member',
  input: z.strictObject({ id: HabitId, day, zone }),
  output: Habit,
  errors: { ...badZone, ...notFound, ...notYet },
  http: 'POST /habits/{id}/count',
  cli: { name: 'habit count', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId },
})

export const uncountHabit = defineCommand({
  name: 'day.uncount-habit',
  summary: 'Take back the last count of a habit on a day',
  access: 'member',
  input: z.strictObject({ id: HabitId, day, zone }),
  output: Habit,
  errors: {
    ...badZone,
    ...notFound,
    'nothing-counted': { message: 'Nothing is counted on that day', kind: 'conflict' },
  },
  http: 'POST /habits/{id}/uncount',
  cli: { name: 'habit uncount', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId },
})

export const pauseHabit = defineCommand({
  name: 'day.pause-habit',
  summary: 'Let a habit rest, or take it up again; it can be counted while it rests',
  access: 'member',
  input: z.strictObject({ id: HabitId, paused: boolean.default(true), zone }),
  output: Habit,
  errors: { ...badZone, ...notFound },
  http: 'POST /habits/{id}/pause',
  cli: { name: 'habit pause', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId, paused: true },
})

export const archiveHabit = defineCommand({
  name: 'day.archive-habit',
  summary: 'Put a habit away with all it counted, or take it out again',
  access: 'member',
  input: z.strictObject({ id: HabitId, archived: boolean.default(true), zone }),
  output: Habit,
  errors: { ...badZone, ...notFound },
  http: 'POST /habits/{id}/archive',
  cli: { name: 'habit archive', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId, archived: true },
})
