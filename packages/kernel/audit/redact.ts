import type { z } from 'zod'
import { secrets } from '#contract/schema.ts'

/** What stands in place of a secret. */
const REDACTED = '[secret]'

/** Prepares a function that replaces the members whose schema says they are secret. Cheap when there are none. */
export function redactorOf(schema: z.ZodType): (value: unknown) => unknown {
  const names = secretMembers(schema)
  if (names.length === 0) return (value) => value
  return (value) => {
    if (typeof value !== 'object' || value === null) return value
    const copy: Record<string, unknown> = { ...value }
    for (const name of names) if (name in copy) copy[name] = REDACTED
    return copy
  }
}

function secretMembers(schema: z.ZodType): string[] {
  const shape = (schema as { shape?: Record<string, z.ZodType> }).shape
  return Object.entries(shape ?? {})
    .filter(([, member]) => secrets.has(member))
    .map(([name]) => name)
}
