import type { CustomTypesConfig } from 'pg'
import { commonFailure, FailureError } from '#kernel/failure.ts'

/** Values as SQLite gives them: numbers, texts, bytes and null, so that a row means the same on both databases. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid) => PARSERS.get(oid as number) ?? asText,
}

/** What a statement is given: no Dates, no undefined, flags as 0 and 1. */
export function bindable(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) throw new TypeError('Instants are integer milliseconds in the database, not Dates')
  return value
}

/** PostgreSQL keeps any text but this one character. */
function storable(text: string): string {
  if (!text.includes('\0')) return text
  throw new FailureError(commonFailure('invalid-input', { detail: 'Text cannot hold the character U+0000' }))
}

const asText = (value: string) => value

/** A number that a double cannot hold would silently become another. */
function asNumber(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw new RangeError(`${value} is too large a number`)
  return number
}

function asBytes(value: string): Uint8Array {
  const bytes = Buffer.from(value.slice(2), 'hex')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** By the oid of the type (pg_type.dat): bool, bytea, int8, int2, int4, float4, float8, numeric. */
const PARSERS = new Map<number, (value: string) => unknown>([
  [16, (value) => (value === 't' ? 1 : 0)],
  [17, asBytes],
  [20, asNumber],
  [21, asNumber],
  [23, asNumber],
  [700, asNumber],
  [701, asNumber],
  [1700, asNumber],
])
