import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { date, id, instant, page, pageInput } from '#contract/schema.ts'
import { dayChanged } from './events.ts'
import { badZone, exampleId, zone } from './inputs.ts'

export const PauseId = id('day.pause')

/** Days on which nothing is asked and nothing counts against anybody. */
export const Pause = z
  .object({
    id: PauseId,
    from: date(),
    to: date().nullable().describe('Its last day; null while it goes on'),
    createdAt: instant(),
  })
  .meta({ id: 'DayPause' })
export type Pause = z.infer<typeof Pause>

const pauseNotFound = { 'pause-not-found': 'There is no such pause' } as const
const badSpan = {
  'bad-span': { message: 'A pause ends on the day it begins, or later', kind: 'validation' },
} as const

export const listPauses = defineQuery({
  name: 'day.list-pauses',
  summary: 'List your pauses, the latest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Pause),
  http: 'GET /ritual/pauses',
  cli: { name: 'pause list' },
  example: {},
})

export const createPause = defineCommand({
  name: 'day.create-pause',
  summary: 'Pause: from a day on, for some days, or afterwards for days that have been',
  access: 'member',
  input: z.strictObject({
    from: date().optional().describe('Today unless told; it may be long past'),
    to: date().nullable().default(null).describe('The last day; until you end it unless told'),
    zone,
  }),
  output: Pause,
  errors: { ...badZone, ...badSpan },
  http: 'POST /ritual/pauses',
  cli: { name: 'pause add' },
  emits: [dayChanged],
  example: { from: '2026-12-24', to: '2027-01-02' },
})

export const endPause = defineCommand({
  name: 'day.end-pause',
  summary: 'End a pause: yesterday is its last day, or it is gone where it began today',
  access: 'member',
  input: z.strictObject({ id: PauseId, zone }),
  output: Pause,
  errors: { ...badZone, ...pauseNotFound },
  http: 'POST /ritual/pauses/{id}/end',
  cli: { name: 'pause end', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId },
})

export const removePause = defineCommand({
  name: 'day.remove-pause',
  summary: 'Remove a pause, as if it had not been',
  access: 'member',
  input: z.strictObject({ id: PauseId }),
  output: Pause,
  errors: pauseNotFound,
  http: 'DELETE /ritual/pauses/{id}',
  cli: { name: 'pause remove', positional: ['id'] },
  emits: [dayChanged],
  example: { id: exampleId },
})
