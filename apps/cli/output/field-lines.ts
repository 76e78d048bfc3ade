import { cellText } from './cell-text.ts'
import { plainText } from './plain-text.ts'

/** A record as aligned lines, a field each; text of several lines and lists of records stand below their names. */
export function fieldLines(record: Record<string, unknown>): string[] {
  const shown = Object.entries(record).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const width = Math.max(0, ...shown.map(([name]) => name.length))
  return shown.flatMap(([name, value]) => {
    const below = linesBelow(value)
    if (below === null) return [`${name.padEnd(width)}  ${cellText(value)}`.trimEnd()]
    return below.length > 0 ? [name, ...below.map((line) => `  ${line}`)] : [`${name.padEnd(width)}  none`]
  })
}

function linesBelow(value: unknown): string[] | null {
  if (typeof value === 'string' && value.trimEnd().includes('\n')) return value.trimEnd().split('\n').map(plainText)
  if (!Array.isArray(value)) return null
  return value.length === 0 || value.some((item) => typeof item === 'object') ? value.map(cellText) : null
}
