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
  if (lastTime !== headTime) {
    const time = lastTime.toString(16).padStart(12, '0')
    headTime = lastTime
    head = `${time.slice(0, 8)}-${time.slice(8)}-`
  }
  // The tail of a version 4 UUID: the variant and 62 random bits, from the runtime's own pool.
  return `${head}${(0x7000 | sequence).toString(16)}${crypto.randomUUID().slice(18)}`
}

let headTime = -1
/** The first two groups, which only the time decides. */
let head = ''

/** What every UUIDv7 from an instant on comes after: it begins with its time (RFC 9562, 5.7). */
export function firstIdAt(at: number): string {
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

/** When a UUIDv7 was made, in milliseconds. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/** Whether a text has the shape of a UUID of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
