import { z } from 'zod'
import { defineSetting } from '#contract/setting.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day as 07:30')

/** When a person's day begins and ends. A window that ends before it begins goes past midnight. */
export const Rhythm = z.strictObject({
  zone: z.string().max(60).nullable().describe('The time zone of days; that of the browser or the server while null'),
  morningFrom: time,
  morningTo: time,
  eveningFrom: time,
  eveningTo: time,
})
export type Rhythm = z.infer<typeof Rhythm>

export const rhythm = defineSetting<Rhythm>({
  name: 'day.rhythm',
  summary: 'Your time zone, and when your morning and your evening are',
  level: 'person',
  schema: Rhythm,
  default: { zone: null, morningFrom: '06:00', morningTo: '11:00', eveningFrom: '17:00', eveningTo: '23:00' },
})

export const gamesAndPrompts = defineSetting<boolean>({
  name: 'day.games-and-prompts',
  summary: 'Game elements and prompts: counts of what you kept up, what Daybook asks by itself and suggests unasked',
  level: 'person',
  schema: z.boolean(),
  default: true,
})
