import { plainLine } from './plain-text.ts'

/** A value as it stands in a table or beside a field's name, on one line. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return INSTANT.test(value) ? localTime(value) : plainLine(value)
  if (Array.isArray(value)) return value.map(cellText).join(', ')
  if (typeof value === 'object') return objectText(value as Record<string, unknown>)
  return String(value)
}

function objectText(value: Record<string, unknown>): string {
  if (typeof value.address === 'string')
    return plainLine(value.name ? `${String(value.name)} <${value.address}>` : value.address)
  const named = value.name ?? value.title
  if (typeof named === 'string') return plainLine(named)
  return Object.entries(value)
    .map(([name, member]) => `${name} ${cellText(member)}`)
    .join(', ')
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** An instant in the time zone of the reader, to the minute: `2026-11-21 09:30`. */
function localTime(instant: string): string {
  const date = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}
