import { toWall } from '#base/recurrence/occurrences.ts'
import { wallValue } from './time-values.ts'

const DAY = 86_400_000

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) with each change of a zone's clock between two instants, since a calendar knows zones by
 * what comes with it. Rules are not guessed: changes that lie further away are told once they are nearer.
 */
export function timeZoneLines(zone: string, from: number, to: number): string[] {
  const first = offsetOf(from, zone)
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observance('STANDARD', '1970-01-01T00:00:00', first, first)]
  let before = first
  for (let day = from; day < to; day += DAY) {
    const after = offsetOf(day + DAY, zone)
    if (after === before) continue
    const at = changeWithin(day, day + DAY, zone)
    const wall = new Date(at + before).toISOString().slice(0, 19)
    lines.push(...observance(after > before ? 'DAYLIGHT' : 'STANDARD', wall, before, after))
    before = after
  }
  return [...lines, 'END:VTIMEZONE']
}

function observance(kind: 'STANDARD' | 'DAYLIGHT', wall: string, from: number, to: number): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallValue(wall)}`,
    `TZOFFSETFROM:${offsetValue(from)}`,
    `TZOFFSETTO:${offsetValue(to)}`,
    `END:${kind}`,
  ]
}

/** The minute at which the clock changes. */
function changeWithin(from: number, to: number, zone: string): number {
  const before = offsetOf(from, zone)
  let low = from
  let high = to
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000
    if (offsetOf(middle, zone) === before) low = middle
    else high = middle
    if (middle === low && high - low <= 60_000) break
  }
  return high
}

/** How far the clock of a zone is ahead of UTC, in milliseconds. */
function offsetOf(instant: number, zone: string): number {
  return Date.parse(`${toWall(instant, zone).slice(0, 19)}Z`) - Math.floor(instant / 1000) * 1000
}

function offsetValue(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}
