import fc from 'fast-check'
import type { JsonSchema } from '#surfaces/input-shape.ts'

/** The id of one real record of each kind. */
export type RealIds = ReadonlyMap<string, string>

/** Values for a schema: mostly what it takes, now and then what it does not. */
export function valueFor(schema: JsonSchema, ids: RealIds): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: fitting(schema, ids), weight: 5 }, { arbitrary: nasty, weight: 1 })
}

/** An input: members left out, junk beside them. */
export function inputFor(schema: JsonSchema, ids: RealIds): fc.Arbitrary<Record<string, unknown>> {
  const members = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, member]) => [name, valueFor(member, ids)]),
  )
  const own = fc.record(members, { requiredKeys: [] })
  const extra = fc.oneof(
    { arbitrary: fc.constant({}), weight: 8 },
    { arbitrary: fc.dictionary(fc.string({ maxLength: 10 }), nasty, { maxKeys: 2 }), weight: 1 },
  )
  return fc.tuple(own, extra).map(([input, more]) => ({ ...input, ...more }))
}

const strings = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '😀'.repeat(50),
  "' OR 1=1 --",
  '"; DROP TABLE tasks_task',
  '%',
  '%00',
  '../..',
  'null',
  '-1',
  '1e999',
  'a'.repeat(600),
  '(((',
  '"unclosed',
  'from:',
  'NEAR(a b',
  'a* OR -b',
  '{{7*7}}',
  '<script>',
  '2026-02-30',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '\u202e\u0007\r\nX: y',
]
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...strings, null, true, -0, -1, 0, 201, 1e308, 2 ** 53, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

function fitting(schema: JsonSchema, ids: RealIds): fc.Arbitrary<unknown> {
  if (schema.$ref) return fc.jsonValue({ maxDepth: 2 })
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => fitting(option, ids)))
  if (Array.isArray(schema.enum)) return fc.constantFrom<unknown>(...schema.enum)
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => fitting({ ...schema, type }, ids)))
  switch (schema.type) {
    case 'string':
      return fittingText(schema, ids)
    case 'integer':
      return fc.integer({
        min: Math.max(Number(schema.minimum ?? -10), -1000),
        max: Math.min(Number(schema.maximum ?? 1000), 1000),
      })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(fitting(schema.items ?? {}, ids), { maxLength: 4 })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, member]) => [name, fitting(member, ids)]),
        ),
      )
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function fittingText(schema: JsonSchema, ids: RealIds): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fittingId(schema, ids)
  if (schema.format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
      .map((date) => date.toISOString())
  if (schema.format === 'date')
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
      .map((date) => date.toISOString().slice(0, 10))
  return fc.oneof(
    fc.string({ minLength: Number(schema.minLength ?? 0), maxLength: 30 }),
    fc.constantFrom(...strings),
    fc.lorem({ maxCount: 3 }),
  )
}

/** Mostly a real id of the kind that the schema's description names, sometimes one of another kind or of nothing. */
function fittingId(schema: JsonSchema, ids: RealIds): fc.Arbitrary<string> {
  const own = ids.get(String(schema.description).replace('Id of a ', ''))
  return fc.oneof(
    { arbitrary: own === undefined ? fc.constantFrom(...ids.values()) : fc.constant(own), weight: 5 },
    { arbitrary: fc.constantFrom(...ids.values()), weight: 1 },
    { arbitrary: fc.uuid({ version: 7 }), weight: 1 },
  )
}
