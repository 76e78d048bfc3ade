import type { z } from 'zod'
import { secrets } from '#contract/schema.ts'

/** What is read of a zod schema: an object's members, and what an optional or a default wraps. */
interface Schema {
  shape?: Record<string, Schema>
  def?: { innerType?: Schema }
}

/** The members of an object that are secret. */
export function secretMembers(schema: z.ZodType): string[] {
  const { shape = {} } = schema as Schema
  return Object.keys(shape).filter((name) => isSecret(shape[name]!))
}

function isSecret(schema: Schema): boolean {
  if (secrets.has(schema as unknown as z.ZodType)) return true
  const inner = schema.def?.innerType
  return inner !== undefined && isSecret(inner)
}
