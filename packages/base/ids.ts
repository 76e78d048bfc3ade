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

/** Whether a text has the shape of a UUID of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
