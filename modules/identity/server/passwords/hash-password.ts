import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** OWASP's password storage cheat sheet: Argon2id with 19 MiB, two passes, one lane (RFC 9106). */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const SALT_BYTES = 16
/** Each hash holds 19 MiB and a thread of the runtime meanwhile. */
const AT_ONCE = 2

/** A password as a PHC string. Its characters are compared as NFKC, however a keyboard composes them. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const { memory, passes, parallelism } = PARAMETERS
  const tag = await derive(password, salt, PARAMETERS)
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`
}

/** Whether a password is the one that was hashed. Without a hash the same work is done for nothing. */
export async function verifyPassword(password: string, phc: string | null): Promise<boolean> {
  const parts = phc === null ? null : PHC.exec(phc)
  if (!parts) {
    await derive(password, NO_SALT, PARAMETERS)
    return false
  }
  const [, memory, passes, parallelism, salt, tag] = parts
  const expected = Buffer.from(tag!, 'base64')
  const given = await derive(password, Buffer.from(salt!, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(given, expected)
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
const NO_SALT = Buffer.alloc(SALT_BYTES)
const waiting: (() => void)[] = []
let running = 0

async function derive(password: string, nonce: Buffer, parameters: typeof PARAMETERS): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await new Promise((resolve, reject) => {
      argon2('argon2id', { ...parameters, message: password.normalize('NFKC'), nonce }, (cause, tag) =>
        cause ? reject(cause) : resolve(Buffer.from(tag)),
      )
    })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
