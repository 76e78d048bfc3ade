import { Buffer } from 'node:buffer'

const korean = new TextDecoder('euc-kr')
const chinese = new TextDecoder('gbk')

/** Decode ISO-2022-KR (RFC 1557): SO and SI switch between ASCII and two-byte Korean. */
export function decodeIso2022Kr(bytes: Buffer): string {
  const out = Buffer.alloc(bytes.length)
  let length = 0
  let shifted = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte === 0x0e) shifted = true
    else if (byte === 0x0f) shifted = false
    // ESC $ ) C announces the charset once and shows nothing.
    else if (byte === 0x1b && bytes[i + 1] === 0x24 && bytes[i + 2] === 0x29) i += 3
    else {
      if (byte === 0x0a) shifted = false
      out[length++] = shifted && byte > 0x20 ? byte | 0x80 : byte
    }
  }
  return korean.decode(out.subarray(0, length))
}

/** Decode HZ (RFC 1843): `~{` and `~}` switch between ASCII and two-byte Chinese. */
export function decodeHz(bytes: Buffer): string {
  const out = Buffer.alloc(bytes.length)
  let length = 0
  let shifted = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    const next = bytes[i + 1]
    if (byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      shifted = next === 0x7b
      i++
    } else if (byte === 0x7e && (next === 0x7e || next === 0x0a)) {
      if (next === 0x7e) out[length++] = byte
      i++
    } else {
      if (byte === 0x0a) shifted = false
      out[length++] = shifted && byte > 0x20 ? byte | 0x80 : byte
    }
  }
  return chinese.decode(out.subarray(0, length))
}
