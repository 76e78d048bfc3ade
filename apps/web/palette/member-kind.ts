import type { Schema } from './api-document.ts'

/** How a member is asked for. */
export type MemberKind = 'text' | 'number' | 'choice' | 'flag' | 'lines' | 'json'

/** The field that fits a schema; null beside another type makes no difference to it. */
export function memberKind(schema: Schema): MemberKind {
  const types = typesOf(schema)
  if (choicesOf(schema).length > 0) return 'choice'
  if (types.has('boolean')) return 'flag'
  if (types.has('integer') || types.has('number')) return 'number'
  if (types.has('array')) return memberKind(schema.items ?? {}) === 'json' ? 'json' : 'lines'
  return types.has('string') && !types.has('object') ? 'text' : 'json'
}

/** The values of a closed list. */
export function choicesOf(schema: Schema): string[] {
  const all = [schema, ...(schema.anyOf ?? [])].flatMap((part) => part.enum ?? [])
  return all.filter((value): value is string => typeof value === 'string')
}

/** What a field holds as the value to send; undefined when it was left empty. Bad JSON is sent as text, for the server to refuse. */
export function toValue(schema: Schema, text: string): unknown {
  if (text === '') return undefined
  const kind = memberKind(schema)
  if (kind === 'flag') return text === 'true'
  if (kind === 'number') return Number(text)
  if (kind === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  if (kind !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function typesOf(schema: Schema): Set<string> {
  const own = [schema.type ?? []].flat()
  return new Set([...own, ...(schema.anyOf ?? []).flatMap((part) => [...typesOf(part)])])
}
