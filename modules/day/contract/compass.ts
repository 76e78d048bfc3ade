import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, date, integer, text, textOrNull } from '#contract/schema.ts'
import { dayChanged } from './events.ts'
import { badZone, ProjectId, zone } from './inputs.ts'

/** A part of life, and the projects and labels of tasks that belong to it. */
export const CompassZone = z
  .strictObject({
    name: z.string().trim().min(1, 'A zone needs a name').max(60),
    color: z.enum(['yellow', 'green', 'pink', 'lilac', 'orange', 'red']),
    projectIds: z.array(ProjectId).max(50).default([]),
    labels: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  })
  .meta({ id: 'CompassZone' })
export type CompassZone = z.infer<typeof CompassZone>

const Share = z.object({
  zone: textOrNull.describe('Null for what belongs to none'),
  tasks: z.number().int().describe('Tasks done'),
  minutes: z.number().int().describe('Time noted on them'),
})

export const Compass = z
  .object({
    zones: z.array(CompassZone),
    weeks: z.array(z.object({ from: date(), to: date(), partial: boolean, shares: z.array(Share) })),
    totals: z.array(Share),
    tasks: integer,
    text,
  })
  .meta({ id: 'Compass' })
export type Compass = z.infer<typeof Compass>

export const getCompass = defineQuery({
  name: 'day.get-compass',
  summary: 'Read the zones of your life and how your done tasks spread over them, week by week',
  access: 'member',
  input: z.strictObject({
    weeks: z.coerce.number().int().min(1).max(26).default(4).describe('How many weeks, this one included'),
    zone,
  }),
  output: Compass,
  errors: badZone,
  http: 'GET /compass',
  cli: { name: 'compass show' },
  example: { weeks: 4 },
})

export const setCompass = defineCommand({
  name: 'day.set-compass',
  summary: 'Say which zones your life has and what belongs to each',
  access: 'member',
  input: z.strictObject({
    zones: z
      .array(CompassZone)
      .min(1, 'At least one zone stays')
      .max(7, 'Seven zones at most')
      .refine(
        (zones) => new Set(zones.map(({ name }) => name.toLowerCase())).size === zones.length,
        'Each zone has a name of its own',
      ),
  }),
  output: z.object({ zones: z.array(CompassZone) }),
  errors: { 'project-not-found': 'There is no such project' },
  http: 'PUT /compass',
  cli: { name: 'compass set' },
  emits: [dayChanged],
  example: {
    zones: [
      { name: 'Work', color: 'yellow', labels: ['office'] },
      { name: 'Self', color: 'lilac', labels: ['rest'] },
    ],
  },
})
