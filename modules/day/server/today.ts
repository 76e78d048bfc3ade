import { lazily } from '#base/lazily.ts'
import { dayLength, formatDay, type Day } from '#base/query/calendar.ts'
import { wallClock } from '#base/query/zoned-time.ts'
import type { SettingDefinition } from '#contract/setting.ts'
import { rhythm, type Rhythm, type RitualPart } from '../contract.ts'

/** The day it is for a person, on the clock of their own wall. */
export interface Today {
  zone: string
  day: Day
  /** The same as YYYY-MM-DD. */
  date: string
  /** Minutes since midnight as the wall shows them, so that a day of 23 or 25 hours is a day. */
  minute: number
  rhythm: Rhythm
}

interface Asking {
  now(): number
  setting<Value>(definition: SettingDefinition<Value>): Promise<Value>
}

/** The person's day in the zone they named, else that of their settings, else the server's; null for no zone. */
export async function todayOf({ now, setting }: Asking, named: string | undefined): Promise<Today | null> {
  const kept = await setting(rhythm)
  const zone = named ?? kept.zone ?? serverZone()
  if (!isZone(zone)) return null
  return { zone, rhythm: kept, ...onWall(now(), zone) }
}

/** The day and the minute of it that a wall in this zone shows at an instant. */
export function onWall(instant: number, zone: string): { day: Day; date: string; minute: number } {
  const shown = wallClock(instant, zone)
  const day = Math.floor(shown / dayLength)
  return { day, date: formatDay(day), minute: Math.floor((shown - day * dayLength) / 60_000) }
}

/** Whether it is the person's time for a part of the ritual. */
export function isTimeFor({ minute, rhythm: kept }: Today, part: RitualPart): boolean {
  const { from, to } = windowOf(kept, part)
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to
}

/** The day a part of the ritual belongs to: after midnight, the end of a window that goes past it is of the day before. */
export function ritualDay({ day, minute, rhythm: kept }: Today, part: RitualPart): Day {
  const { from, to } = windowOf(kept, part)
  return to < from && minute < to ? day - 1 : day
}

/** Whether somebody is up by their own word: from the beginning of their morning to the end of their evening. */
export function isAwake({ minute, rhythm: kept }: Today): boolean {
  const from = minutesOf(kept.morningFrom)
  const to = minutesOf(kept.eveningTo)
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to
}

/** A date as a day. */
export function dayOfDate(date: string): Day {
  return Date.parse(date) / dayLength
}

function windowOf(kept: Rhythm, part: RitualPart): { from: number; to: number } {
  return part === 'morning'
    ? { from: minutesOf(kept.morningFrom), to: minutesOf(kept.morningTo) }
    : { from: minutesOf(kept.eveningFrom), to: minutesOf(kept.eveningTo) }
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

// Asked late: the first formatter loads megabytes of ICU.
const serverZone = lazily(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)

const known = new Set<string>()

function isZone(zone: string): boolean {
  if (known.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0)
    if (known.size < 500) known.add(zone)
    return true
  } catch {
    return false
  }
}
