import { Buffer } from 'node:buffer'

/** Decode a uuencoded body: the lines between `begin` and `end`. */
export function decodeUuencoded(bytes: Buffer): { bytes: Buffer; damaged: boolean } {
  const lines = bytes.toString('latin1').split(/\r?\n/)
  const begin = lines.findIndex((line) => /^begin(?:-base64)? [0-7]{3,4} /.test(line))
  if (begin < 0) return { bytes, damaged: true }
  if (lines[begin]!.startsWith('begin-base64')) {
    const end = lines.indexOf('====', begin)
    return {
      bytes: Buffer.from(lines.slice(begin + 1, end < 0 ? undefined : end).join(''), 'base64'),
      damaged: end < 0,
    }
  }

  const out: Buffer[] = []
  for (let i = begin + 1; i < lines.length; i++) {
    const line = lines[i]!
    if (/^end\s*$/.test(line)) return { bytes: Buffer.concat(out), damaged: false }
    if (line) out.push(decodeLine(line))
  }
  return { bytes: Buffer.concat(out), damaged: true }
}

function decodeLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63
  const out = Buffer.alloc(length)
  for (let i = 0, at = 1; i < length; i += 3, at += 4) {
    const [a, b, c, d] = [sixBits(line, at), sixBits(line, at + 1), sixBits(line, at + 2), sixBits(line, at + 3)]
    out[i] = (a << 2) | (b >> 4)
    // Writes past the end of the line's bytes fall off the buffer.
    out[i + 1] = ((b & 15) << 4) | (c >> 2)
    out[i + 2] = ((c & 3) << 6) | d
  }
  return out
}

function sixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0
}
