import { RawNode, sql, type OperationNode, type RawBuilder } from 'kysely'

const DIRECTIONS = new Set(['asc', 'desc'])
const trusted = new WeakSet<readonly string[]>()

/** Whether raw SQL in a query came from this file; handlers may write no other. */
export function isTrustedRaw(node: OperationNode): boolean {
  if (!RawNode.is(node)) return false
  if (node.parameters.length === 0 && node.sqlFragments.length === 1 && DIRECTIONS.has(node.sqlFragments[0]!))
    return true
  return trusted.has(node.sqlFragments)
}

/** A copy of raw SQL that was trusted. */
export function stillTrusted(node: RawNode): RawNode {
  trusted.add(node.sqlFragments)
  return node
}

/** A full-text match: `where(match('search_index', query))`. The query is a parameter, never spliced in. */
export function match(table: 'search_index', query: string): RawBuilder<boolean> {
  return trust(sql<boolean>`${sql.ref(table)} match ${query}`)
}

/** The same on PostgreSQL: a column of vectors, and the text of a `tsquery`. */
export function vectorMatch(column: 'search_vector.words' | 'found.words', query: string): RawBuilder<boolean> {
  return trust(sql<boolean>`${sql.ref(column)} @@ ${query}::tsquery`)
}

/** On PostgreSQL, whether a bit of a column of bytes is set, at a place that is counted modulo its bits. */
export function bitIsSet(column: 'search_vector.neighbours', place: number): RawBuilder<boolean> {
  const bytes = sql.ref(column)
  return trust(sql<boolean>`get_bit(${bytes}, ${place}::bigint % (8 * octet_length(${bytes}))) = 1`)
}

/** Adds to a counter in an update: `set({ rev: plus('rev', 1) })`. */
export function plus(column: string, amount: number): RawBuilder<number> {
  return trust(sql<number>`${sql.ref(column)} + ${amount}`)
}

/** The value of an insert's row in `on conflict do update`. */
export function excluded<T>(column: string): RawBuilder<T> {
  return trust(sql<T>`${sql.ref(`excluded.${column}`)}`)
}

/** Row comparison for keyset paging: `(a, b) < (x, y)`. */
export function rowBefore(
  columns: readonly string[],
  key: readonly (string | number)[],
  direction: 'asc' | 'desc',
): RawBuilder<boolean> {
  const left = sql.join(columns.map((column) => sql.ref(column)))
  const right = sql.join(key.map((value) => sql.val(value)))
  return trust(direction === 'desc' ? sql<boolean>`(${left}) < (${right})` : sql<boolean>`(${left}) > (${right})`)
}

function trust<T>(builder: RawBuilder<T>): RawBuilder<T> {
  const visit = (node: OperationNode): void => {
    if (!RawNode.is(node)) return
    trusted.add(node.sqlFragments)
    node.parameters.forEach(visit)
  }
  visit(builder.toOperationNode())
  return builder
}
