import { Buffer } from 'node:buffer'
import type { Defect } from './types.ts'

/** A view of the message's bytes that can be read by lines: as it stands, unless it has no line feed at all. */
export function readableSource(bytes: Uint8Array): { source: Buffer; defects: Defect[] } {
  const source = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (source.includes(0x0a) || !source.includes(0x0d)) return { source, defects: [] }
  // Old Macs ended lines in CR alone.
  const copy = Buffer.from(source)
  for (let at = copy.indexOf(0x0d); at >= 0; at = copy.indexOf(0x0d, at + 1)) copy[at] = 0x0a
  return { source: copy, defects: ['bare-cr'] }
}
