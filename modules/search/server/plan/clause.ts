import { allOf, type Condition } from './condition.ts'
import { joined, type Expression } from './expression.ts'

/**
 * A condition taken apart into what the full-text index answers and what rows answer: it holds where `text` matches,
 * `without` does not, and every condition is met. Absent parts hold everywhere. Null is a term that asks for nothing,
 * such as a lone dash: it is as if it were not there.
 */
export interface Clause {
  text?: Expression
  without?: Expression
  conditions: Condition[]
}

export const everything: Clause = { conditions: [] }

/** Where all of these hold. */
export function and(clauses: (Clause | null)[]): Clause | null {
  const parts = clauses.filter((clause) => clause !== null)
  if (parts.length === 0) return null
  const text = joined(
    'and',
    parts.flatMap((part) => part.text ?? []),
  )
  const without = joined(
    'or',
    parts.flatMap((part) => part.without ?? []),
  )
  return tidy({ text, without, conditions: parts.flatMap(({ conditions }) => conditions) })
}

/** Where any of these holds. */
export function or(clauses: (Clause | null)[]): Clause | null {
  const parts = clauses.filter((clause) => clause !== null)
  if (parts.length < 2) return parts[0] ?? null
  if (!parts.every(isTextual)) return { conditions: [{ kind: 'or', operands: parts.map(toCondition) }] }

  // a OR NOT b is NOT (b NOT a): the index knows no negation that stands alone.
  const text = joined(
    'or',
    parts.flatMap((part) => (part.without === undefined ? part.text! : [])),
  )
  const without = joined(
    'and',
    parts.flatMap((part) => part.without ?? []),
  )
  if (without === undefined) return tidy({ text, conditions: [] })
  return tidy({
    without: text === undefined ? without : { kind: 'but', wanted: without, unwanted: text },
    conditions: [],
  })
}

/** Where it does not hold. */
export function not(clause: Clause | null): Clause | null {
  if (clause === null) return null
  if (isTextual(clause))
    return clause.text === undefined
      ? { text: clause.without!, conditions: [] }
      : { without: clause.text, conditions: [] }
  return { conditions: [{ kind: 'not', operand: toCondition(clause) }] }
}

/** Text alone, or its absence alone. */
function isTextual({ text, without, conditions }: Clause): boolean {
  return conditions.length === 0 && (text !== undefined) !== (without !== undefined)
}

/** The clause as one condition, for where it stands among others that rows answer. */
export function toCondition({ text, without, conditions }: Clause): Condition {
  const matches: Condition[] = text === undefined ? [] : [{ kind: 'match', expression: text }]
  const misses: Condition[] =
    without === undefined ? [] : [{ kind: 'not', operand: { kind: 'match', expression: without } }]
  return allOf([...matches, ...misses, ...conditions])
}

function tidy({
  text,
  without,
  conditions,
}: {
  text?: Expression | undefined
  without?: Expression | undefined
  conditions: Condition[]
}): Clause {
  // Without conditions both are one expression, so that whatever comes on top of it still is text.
  if (text !== undefined && without !== undefined)
    return { text: { kind: 'but', wanted: text, unwanted: without }, conditions }
  return { ...(text !== undefined && { text }), ...(without !== undefined && { without }), conditions }
}
