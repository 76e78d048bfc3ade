import { Buffer } from 'node:buffer'
import { decodeUuencoded } from './uuencode.ts'

export type TransferEncoding = 'base64' | 'quoted-printable' | 'uuencode' | 'identity'

/** Read a Content-Transfer-Encoding value (RFC 2045 section 6), forgiving comments, quotes and misspellings; null where it is unknown. */
export function transferEncodingOf(value: string): TransferEncoding | null {
  const name = value
    .slice(0, 500)
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase()
  if (name === '' || /^["']?(?:7|8)[\s-]?bits?|^["']?binary|^["']?(?:plain|none|identity)/.test(name)) return 'identity'
  if (/^["']?base[\s_-]?64/.test(name)) return 'base64'
  if (/^["']?quoted[\s_-]*printable/.test(name)) return 'quoted-printable'
  if (/^["']?(?:x-)?uu(?:e|encode|encoded)?\b/.test(name)) return 'uuencode'
  return null
}

/** Undo a transfer encoding. Identity gives the very bytes: line ends are content (RFC 2045 section 6.2). */
export function decodeTransfer(bytes: Buffer, encoding: TransferEncoding): { bytes: Buffer; damaged: boolean } {
  if (encoding === 'base64') return decodeBase64(bytes)
  if (encoding === 'quoted-printable') return { bytes: decodeQuotedPrintable(bytes), damaged: false }
  if (encoding === 'uuencode') return decodeUuencoded(bytes)
  return { bytes, damaged: false }
}

/** Decode base64 (RFC 2045 section 6.8): foreign characters are skipped, units padded one by one are joined. */
export function decodeBase64(bytes: Buffer): { bytes: Buffer; damaged: boolean } {
  const source = bytes.toString('latin1')
  if (isPlainBase64(source)) return { bytes: Buffer.from(source, 'base64'), damaged: false }

  const units: Buffer[] = []
  let damaged = false
  const lines = source.split(/[\r\n]+/)
  let open = ''
  let padded = false
  for (const line of lines) {
    // What follows the padding and is not base64 line by line is a footer that a relay hung on.
    const foreign = /[^A-Za-z0-9+/= \t]/.test(line)
    if (foreign) damaged = true
    if (padded && (foreign || /\S\s+\S/.test(line) || line.replace(/\s/g, '').length % 4 !== 0)) break
    const pieces = line.replace(/[^A-Za-z0-9+/=]+/g, '').split(/=+/)
    for (let i = 0; i < pieces.length; i++) {
      open += pieces[i]
      if (i === pieces.length - 1) break
      padded = true
      units.push(Buffer.from(open, 'base64'))
      open = ''
    }
  }
  if (open) units.push(Buffer.from(open, 'base64'))
  return { bytes: Buffer.concat(units), damaged }
}

/** Nothing but the alphabet and line ends, padded at the end alone. Two plain scans: one pattern would backtrack. */
function isPlainBase64(source: string): boolean {
  if (/[^A-Za-z0-9+/=\r\n]/.test(source)) return false
  const padding = source.indexOf('=')
  return padding < 0 || !/[^=\r\n]/.test(source.slice(padding))
}

/** Decode quoted-printable (RFC 2045 section 6.7): a broken escape stays as it is written. */
function decodeQuotedPrintable(bytes: Buffer): Buffer {
  let at = bytes.indexOf(0x3d)
  if (at < 0) return bytes

  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  let from = 0
  while (at >= 0) {
    length += bytes.copy(out, length, from, at)
    from = at
    const high = hexValues[bytes[at + 1] ?? 0]!
    const low = hexValues[bytes[at + 2] ?? 0]!
    if (high >= 0 && low >= 0) {
      out[length++] = (high << 4) | low
      from = at + 3
    } else {
      const end = softBreakEnd(bytes, at + 1)
      if (end > 0) from = end
      else {
        out[length++] = 0x3d
        from = at + 1
      }
    }
    at = bytes.indexOf(0x3d, from)
  }
  length += bytes.copy(out, length, from)
  return out.subarray(0, length)
}

const hexValues = new Int8Array(256).fill(-1)
for (let i = 0; i < 10; i++) hexValues[0x30 + i] = i
for (let i = 0; i < 6; i++) hexValues[0x41 + i] = hexValues[0x61 + i] = 10 + i

/** Where the line after a soft break begins, or 0 where the `=` does not end its line. */
function softBreakEnd(bytes: Buffer, from: number): number {
  let i = from
  while (i < bytes.length && (bytes[i] === 0x20 || bytes[i] === 0x09)) i++
  if (i === bytes.length) return i
  if (bytes[i] === 0x0a) return i + 1
  if (bytes[i] === 0x0d) return bytes[i + 1] === 0x0a ? i + 2 : i + 1
  return 0
}
