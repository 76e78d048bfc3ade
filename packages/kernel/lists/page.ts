import { decodeCursor, encodeCursor } from '#base/cursor.ts'
import { commonFailure, type Failure } from '../failure.ts'

/** The sort key a cursor stands for; null at the first page; a failure when it is not a cursor of this list. */
export function readCursor(
  cursor: string | undefined,
  shape: readonly ('string' | 'number')[],
): (string | number)[] | null | Failure {
  if (cursor === undefined) return null
  return (
    decodeCursor(cursor, shape) ??
    commonFailure('bad-cursor', { errors: [{ pointer: '/cursor', message: 'Not a cursor of this list' }] })
  )
}

/** A page out of one row more than was asked for: that row says whether there is a next page. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  toItem: (row: Row) => Item,
  keyOf: (row: Row) => (string | number)[],
): { items: Item[]; next: string | null } {
  const kept = rows.slice(0, limit)
  const next = rows.length > limit ? encodeCursor(keyOf(kept.at(-1)!)) : null
  return { items: kept.map(toItem), next }
}
