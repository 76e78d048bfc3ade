import type { FieldTable } from '#base/query/field-table.ts'
import { parseQuery } from '#base/query/parse-query.ts'
import type { Query, QueryNode } from '#base/query/types.ts'
import type { FailureExtra } from '#kernel/failure.ts'
import { taskFields } from '../../contract.ts'

/** The filter that a text means, or where it cannot be read and why. */
export function readFilter(
  q: string | undefined,
  now: number,
  fields: FieldTable = taskFields,
): { ok: true; query: Query } | { ok: false; fault: FailureExtra } {
  if (q === undefined || q.trim() === '') return { ok: true, query: { where: null, sort: [] } }
  const parsed = parseQuery(q, { fields, now, timeZone: localZone() })
  if (parsed.ok) return parsed
  const { message, position, length, suggestion } = parsed.error
  const place = { pointer: '/q', message, position, length }
  return {
    ok: false,
    fault: {
      detail: `${message} (at ${position + 1})`,
      errors: [suggestion === undefined ? place : { ...place, suggestion }],
    },
  }
}

/** The conditions that all must hold. */
export function termsOf(where: QueryNode | null): readonly QueryNode[] {
  if (where === null) return []
  return where.kind === 'and' ? where.operands : [where]
}

/** Days begin where this machine is, until people have a time zone of their own. Asked late: it loads megabytes of ICU. */
let zone: string | undefined
const localZone = () => (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone)
