import { dayLength, formatDay, weekday } from '#base/query/calendar.ts'
import { wallClock } from '#base/query/zoned-time.ts'
import type { FocusBucket } from '../../contract.ts'

/** A stretch of work, with the session it belongs to. */
export interface WorkStretch {
  sessionId: string
  from: number
  until: number
}

const HOUR = 3_600_000

/**
 * Cuts work where the clock on the wall strikes an hour. Clocks are put forward and back at such a stroke, so that every
 * piece lies in one hour of one day, and a day of 23 or 25 hours has just what was done in it.
 */
export function piecesOf(stretch: WorkStretch, zone: string): { wall: number; length: number }[] {
  const pieces: { wall: number; length: number }[] = []
  let at = stretch.from
  while (at < stretch.until) {
    const wall = wallClock(at, zone)
    const length = Math.min(stretch.until - at, HOUR - (wall % HOUR))
    pieces.push({ wall, length })
    at += length
  }
  return pieces
}

/** Sums of work by some key of its place on the wall's clock. */
export class Sums {
  readonly #sums = new Map<string, { milliseconds: number; sessions: Set<string> }>()

  add(key: string, milliseconds: number, sessionId: string): void {
    const sum = this.#sums.get(key) ?? { milliseconds: 0, sessions: new Set<string>() }
    sum.milliseconds += milliseconds
    sum.sessions.add(sessionId)
    this.#sums.set(key, sum)
  }

  /** The buckets of these keys, also where they are empty. */
  of(keys: Iterable<string>): FocusBucket[] {
    return Array.from(keys, (key) => this.#bucket(key))
  }

  /** All buckets, most first. */
  most(): FocusBucket[] {
    return this.of(this.#sums.keys()).toSorted((one, other) => other.minutes - one.minutes)
  }

  #bucket(key: string): FocusBucket {
    const sum = this.#sums.get(key)
    return { key, minutes: sum ? Math.round(sum.milliseconds / 6000) / 10 : 0, n: sum?.sessions.size ?? 0 }
  }
}

/** The keys of a place on the wall's clock. */
export function keysOf(wall: number): { hour: string; weekday: string; day: string } {
  const day = Math.floor(wall / dayLength)
  return {
    hour: String(Math.floor((wall % dayLength) / HOUR)),
    weekday: String(weekday(day)),
    day: formatDay(day),
  }
}
