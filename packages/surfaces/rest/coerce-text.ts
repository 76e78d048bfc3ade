import { typesOf, type JsonSchema } from '../input-shape.ts'

/** How the text of a path or a query string becomes the value that a member takes. */
export type Coerce = (texts: string[]) => unknown

/** The coercion for one member. What does not fit stays text, so that the schema refuses it with its pointer. */
export function coercionFor(schema: JsonSchema | undefined): Coerce {
  if (!schema) return single
  const types = typesOf(schema)
  if (types.has('array')) return arrayOf(schema)
  // A member that takes text gets text: "2026" may be a title.
  if (types.has('string')) return single
  if (types.has('integer') || types.has('number')) return (texts) => toNumber(single(texts))
  if (types.has('boolean')) return (texts) => toBoolean(single(texts))
  return single
}

function arrayOf(schema: JsonSchema): Coerce {
  const array = schema.anyOf?.find((option) => option.type === 'array') ?? schema
  const each = coercionFor(array.items)
  return (texts) => texts.map((text) => each([text]))
}

/** One value as itself. A member that stands twice stays a list, which its schema refuses. */
function single(texts: string[]): unknown {
  return texts.length === 1 ? texts[0] : texts
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(value) ? Number(value) : value
}

function toBoolean(value: unknown): unknown {
  if (value === 'true') return true
  return value === 'false' ? false : value
}
