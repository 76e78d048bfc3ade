import { z } from 'zod'
import type { JsonSchema } from '../input-shape.ts'

/** Collects the schemas of all operations, so that what has a name is written once and referred to. */
export class ComponentSchemas {
  readonly #named = new Map<string, JsonSchema>()

  /** A schema for a place in the document. Named parts become references into `components.schemas`. */
  add(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // Wrapped, the root too is a reference when it has a name.
    const wrapped = z.toJSONSchema(z.object({ value: schema }), { io, unrepresentable: 'any' }) as JsonSchema
    const definitions = Object.entries(wrapped.$defs ?? {})
    const names = new Map(definitions.map(([name, definition]) => [name, this.#nameOf(name, definition, io)]))
    for (const [name, definition] of definitions) this.#named.set(names.get(name)!, clean(definition, names, io))
    return clean(wrapped.properties!.value!, names, io)
  }

  /** A schema itself where it is a reference. */
  resolve(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.replace('#/components/schemas/', '')
    return name === undefined ? schema : this.#named.get(name)!
  }

  /** All named schemas, by name. */
  get all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** One name has one shape: what callers send may differ from what they get. */
  #nameOf(name: string, definition: JsonSchema, io: 'input' | 'output'): string {
    const base = name.startsWith('__') ? 'AnyJson' : name
    const text = JSON.stringify(clean(definition, new Map([[name, base]]), io))
    const candidates = [base, ...(io === 'input' ? [`${base}Input`] : []), ...NUMBERS.map((number) => base + number)]
    return (
      candidates.find(
        (candidate) => !this.#named.has(candidate) || JSON.stringify(this.#named.get(candidate)) === text,
      ) ?? base
    )
  }
}

const NUMBERS = [2, 3, 4, 5, 6, 7, 8, 9]
/** What zod writes for an integer without bounds: true, and of no use to a reader. */
const UNBOUNDED = new Set([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])

function clean(schema: JsonSchema, names: ReadonlyMap<string, string>, io: 'input' | 'output'): JsonSchema {
  return walk(schema) as JsonSchema

  function walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value).filter(([keyword, member]) => !isNoise(keyword, member, value, io))
    return Object.fromEntries(
      members.map(([keyword, member]) => [keyword, keyword === '$ref' ? toReference(String(member)) : walk(member)]),
    )
  }

  function toReference(reference: string): string {
    const name = reference.replace('#/$defs/', '')
    return `#/components/schemas/${names.get(name) ?? name}`
  }
}

function isNoise(keyword: string, member: unknown, owner: object, io: 'input' | 'output'): boolean {
  if (keyword === '$schema' || (keyword === 'id' && 'properties' in owner)) return true
  // The format says it; its pattern is three lines long.
  if (keyword === 'pattern') return 'format' in owner
  if (keyword === 'minimum' || keyword === 'maximum') return UNBOUNDED.has(member as number)
  // A contract grows: a reader of answers must let new members pass.
  return io === 'output' && keyword === 'additionalProperties' && member === false
}
