import { ArchiveError } from './archive-error.ts'

/** One header block of a tar (POSIX ustar, GNU). */
export interface TarHeader {
  path: string
  size: number
  /** Milliseconds UTC. */
  modifiedAt: number
  type: string
}

export const blockBytes = 512

/** Whether a block is a tar header: its checksum says so. */
export function isTarHeader(block: Buffer): boolean {
  if (block.length < blockBytes) return false
  const stated = octal(block, 148, 8)
  if (stated === null) return false
  let sum = 8 * 0x20
  for (let at = 0; at < blockBytes; at++) if (at < 148 || at >= 156) sum += block[at] ?? 0
  return sum === stated && sum > 8 * 0x20
}

/** Reads a header block; `archive-corrupt` where it is none. */
export function parseTarHeader(block: Buffer): TarHeader {
  const size = number(block, 124, 12)
  if (!isTarHeader(block) || size === null) throw new ArchiveError('archive-corrupt', 'The tar archive is damaged')
  const isUstar = block.toString('latin1', 257, 262) === 'ustar' && block[262] === 0
  const prefix = isUstar ? text(block, 345, 155) : ''
  const name = text(block, 0, 100)
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    size,
    modifiedAt: (number(block, 136, 12) ?? 0) * 1000,
    type: String.fromCharCode(block[156] || 0x30),
  }
}

/** Reads the records `length key=value\n` of a pax header. */
export function parsePax(bytes: Buffer): Map<string, string> {
  const records = new Map<string, string>()
  let at = 0
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at)
    const length = space < 0 ? 0 : Number(bytes.toString('latin1', at, space))
    if (!Number.isInteger(length) || length < 5 || at + length > bytes.length) break
    const record = bytes.toString('utf8', space + 1, at + length - 1)
    const equals = record.indexOf('=')
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1))
    at += length
  }
  return records
}

function text(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at)
  return block.toString('utf8', at, end < 0 || end > at + length ? at + length : end)
}

function octal(block: Buffer, at: number, length: number): number | null {
  const digits = block
    .toString('latin1', at, at + length)
    .replace(/[\0 ]+$/, '')
    .trimStart()
  if (digits === '') return 0
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : null
}

function number(block: Buffer, at: number, length: number): number | null {
  // GNU writes what octal digits cannot hold as a binary number with the first bit set.
  if ((block[at] ?? 0) !== 0x80) return octal(block, at, length)
  let value = 0
  for (let i = at + 1; i < at + length; i++) value = value * 256 + (block[i] ?? 0)
  return Number.isSafeInteger(value) ? value : null
}
