import { getRandomValues } from './random.ts'

let lastTime = 0
let sequence = 0

/** A new UUIDv7 (RFC 9562): sorts by creation, also within one millisecond of one process. */
export function uuidv7(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastTime += 1
    sequence = 0
  }
  const random = getRandomValues(8)
  const time = lastTime.toString(16).padStart(12, '0')
  const counter = (0x7000 | sequence).toString(16)
  random[0] = 0x80 | (random[0]! & 0x3f)
  let tail = ''
  for (const byte of random) tail += HEX[byte]
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

/** Whether a text has the shape of a UUID of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
