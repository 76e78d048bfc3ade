import type { z } from 'zod'
import { idKinds } from '#contract/schema.ts'
import type { AnyOperation } from '#contract/operation.ts'

/** A member of an input that names records of one kind. */
export interface IdMember {
  name: string
  kind: string
  /** It takes a list of ids. */
  many: boolean
  required: boolean
}

/** The top members of an operation's input that are ids. */
export function idMembers(operation: AnyOperation): IdMember[] {
  return Object.entries(shapeOf(operation.input) ?? {}).flatMap(([name, schema]) => {
    const inner = unwrap(schema)
    const element = inner.def.type === 'array' ? unwrap(elementOf(inner)) : null
    const kind = kindOf(element ?? inner)
    return kind === null ? [] : [{ name, kind, many: element !== null, required: !schema.safeParse(undefined).success }]
  })
}

/** The kind of record that an operation answers, when it answers one. */
export function answeredKind(operation: AnyOperation): string | null {
  const shape = shapeOf(operation.output)
  return shape?.id ? kindOf(unwrap(shape.id)) : null
}

/** A value with every id in it replaced, however deep, by what `idFor` gives for its kind. */
export async function replaceIds(
  schema: z.ZodType,
  value: unknown,
  idFor: (kind: string) => Promise<string>,
): Promise<unknown> {
  const inner = unwrap(schema)
  const kind = kindOf(inner)
  if (value === null || value === undefined) return value
  if (kind !== null) return idFor(kind)
  if (Array.isArray(value)) return Promise.all(value.map((item) => replaceIds(elementOf(inner), item, idFor)))
  const shape = shapeOf(inner)
  if (!shape) return value
  const members = Object.entries(value).map(
    async ([name, member]) => [name, await replaceIds(shape[name]!, member, idFor)] as const,
  )
  return Object.fromEntries(await Promise.all(members))
}

function kindOf(schema: z.ZodType): string | null {
  return idKinds.get(schema)?.kind ?? null
}

/** The schema inside optional, nullable and defaults. */
function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType }
  return innerType ? unwrap(innerType) : schema
}

function elementOf(schema: z.ZodType): z.ZodType {
  return (schema.def as unknown as { element: z.ZodType }).element
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | null {
  return (unwrap(schema).def as { shape?: Record<string, z.ZodType> }).shape ?? null
}
