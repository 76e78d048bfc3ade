import { z } from 'zod'
import type { AnyOperation } from '#contract/operation.ts'

/** A JSON Schema (2020-12) as far as surfaces look into it. */
export interface JsonSchema {
  [keyword: string]: unknown
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  anyOf?: JsonSchema[]
  items?: JsonSchema
  $defs?: Record<string, JsonSchema>
  $ref?: string
}

/** What an operation takes: its members by name, and which of them a caller must send. */
export interface InputShape {
  schema: JsonSchema
  members: ReadonlyMap<string, JsonSchema>
  required: ReadonlySet<string>
}

const shapes = new WeakMap<AnyOperation, InputShape>()

/** The members of an operation's input. Made when first asked for: most routes of a short run are never called. */
export function inputShape(operation: AnyOperation): InputShape {
  const known = shapes.get(operation)
  if (known) return known
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const shape = {
    schema,
    members: new Map(Object.entries(schema.properties ?? {})),
    required: new Set(schema.required ?? []),
  }
  shapes.set(operation, shape)
  return shape
}

/** The JSON types a schema takes, as text: `string`, `integer`, `number`, `boolean`, `array`, `object`, `null`. */
export function typesOf(schema: JsonSchema): Set<string> {
  if (schema.anyOf) return new Set(schema.anyOf.flatMap((option) => [...typesOf(option)]))
  return new Set(schema.type === undefined ? [] : [schema.type].flat())
}
