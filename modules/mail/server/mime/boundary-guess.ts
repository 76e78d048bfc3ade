import type { Buffer } from 'node:buffer'
import { limits } from './limits.ts'

/** Find the boundary of a multipart that names none: a line `--x` that has its `--x--` below it. Null where there is none. */
export function guessBoundary(source: Buffer, from: number): string | null {
  let at = source[from] === 0x2d && source[from + 1] === 0x2d ? from : dashes(source, from)
  for (let tries = 0; at >= 0 && tries < 8; tries++) {
    const end = source.indexOf(0x0a, at)
    if (end < 0) return null
    if (end - at <= limits.boundaryLine) {
      const line = source.toString('latin1', at + 2, end).replace(/[ \t\r]+$/, '')
      if (/^[^\s].{0,199}$/.test(line) && source.indexOf(`\n--${line}--`, end, 'latin1') >= 0) return line
    }
    at = dashes(source, end)
  }
  return null
}

function dashes(source: Buffer, from: number): number {
  const found = source.indexOf('\n--', from, 'latin1')
  return found < 0 ? -1 : found + 1
}
