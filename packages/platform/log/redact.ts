/** Fields as they may be logged: secrets by their name or look are masked, errors become plain, depth and length are bounded. */
export function redact(fields: object): Record<string, unknown> {
  return redactMembers(fields, 0)
}

const MASK = '[redacted]'
const MAX_DEPTH = 6
const MAX_ITEMS = 100
const MAX_TEXT = 10_000

/** Names of members whose text is a secret; a number under such a name is a count. */
const SECRET_NAME = /authorization|cookie|token|secret|password|passphrase|api-?key|credential/i

/** Secrets inside longer text: bearer credentials, and the fragment of a sign-in link. */
const SECRET_TEXT = /\b(bearer\s+)[\w.~+/=-]+|(\/sign-in#)[\w-]+/gi

function redactMembers(fields: object, depth: number): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    const secret = SECRET_NAME.test(name) && value !== null && typeof value !== 'number' && typeof value !== 'boolean'
    result[name] = secret ? MASK : redactValue(value, depth + 1)
  }
  return result
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH) return '[deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redactValue(item, depth + 1))
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (value instanceof Date) return value.toJSON()
  return redactMembers(value, depth)
}

function redactText(text: string): string {
  const bounded = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
  return bounded.replace(SECRET_TEXT, (_, bearer?: string, link?: string) => `${bearer ?? link}${MASK}`)
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause, ...rest } = error as Error & Record<string, unknown>
  return {
    name,
    message: redactText(String(message)),
    ...redactMembers(rest, depth),
    ...(typeof stack === 'string' && { stack: redactText(stack) }),
    ...(cause !== undefined && { cause: redactValue(cause, depth + 1) }),
  }
}
