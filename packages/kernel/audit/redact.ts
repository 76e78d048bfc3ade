import type { z } from 'zod'
import { secrets } from '#contract/schema.ts'

/** What stands in place of a secret. */
const REDACTED = '[secret]'

type Redact = (value: unknown) => unknown

/** Prepares a function that replaces what the schema says is secret, however deep. It costs nothing where there is none. */
export function redactorOf(schema: z.ZodType): Redact {
  return build(schema as Schema, new Set()) ?? ((value) => value)
}

/** Null where nothing in the schema is secret. */
function build(schema: Schema, above: ReadonlySet<Schema>): Redact | null {
  // Asked for rather than looked for: a schema that is described is another, which inherits what its origin is.
  if (secrets.get(schema as unknown as z.ZodType))
    return (value) => (value === undefined || value === null ? value : REDACTED)
  if (above.has(schema)) return null
  const path = new Set([...above, schema])
  if (schema.shape) return ofObject(schema.shape, path)
  if (schema.element) return ofArray(schema.element, path)
  const inner = schema.def?.innerType
  return inner ? build(inner, path) : null
}

function ofObject(shape: Record<string, Schema>, path: ReadonlySet<Schema>): Redact | null {
  const members = Object.entries(shape).flatMap(([name, member]): [string, Redact][] => {
    const redact = build(member, path)
    return redact ? [[name, redact]] : []
  })
  if (members.length === 0) return null
  return (value) => {
    if (typeof value !== 'object' || value === null) return value
    const copy: Record<string, unknown> = { ...value }
    for (const [name, redact] of members) if (name in copy) copy[name] = redact(copy[name])
    return copy
  }
}

function ofArray(element: Schema, path: ReadonlySet<Schema>): Redact | null {
  const redact = build(element, path)
  return redact && ((value) => (Array.isArray(value) ? value.map(redact) : value))
}

/** What is read of a zod schema: an object's members, an array's element, what an optional or a default wraps. */
interface Schema {
  shape?: Record<string, Schema>
  element?: Schema
  def?: { innerType?: Schema }
}
