/** What bytes are as a picture of pixels; null where they are none, whatever their sender calls them. No SVG. */
export function imageKind(bytes: Uint8Array): { type: string; width: number | null; height: number | null } | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ascii = (from: number, to: number) => view.toString('latin1', from, to)
  if (view.length >= 24 && ascii(0, 8) === '\x89PNG\r\n\x1a\n')
    return { type: 'image/png', width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
  if (view.length >= 10 && /^GIF8[79]a$/.test(ascii(0, 6)))
    return { type: 'image/gif', width: view.readUInt16LE(6), height: view.readUInt16LE(8) }
  if (view.length >= 30 && ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP')
    return { type: 'image/webp', ...webp(view) }
  if (view.length >= 12 && /^ftypavi[fs]$/.test(ascii(4, 12))) return { type: 'image/avif', width: null, height: null }
  if (view.length >= 4 && view[0] === 0xff && view[1] === 0xd8 && view[2] === 0xff)
    return { type: 'image/jpeg', ...jpeg(view) }
  return null
}

interface Size {
  width: number | null
  height: number | null
}

function webp(view: Buffer): Size {
  const chunk = view.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 }
  if (chunk === 'VP8L') {
    const bits = view.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff }
}

/** The first frame's header says the size (ITU T.81, B.2.2). */
function jpeg(view: Buffer): Size {
  for (let at = 2; at + 9 < view.length && view[at] === 0xff;) {
    const marker = view[at + 1]!
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }
    at += 2 + Math.max(2, view.readUInt16BE(at + 2))
  }
  return { width: null, height: null }
}
