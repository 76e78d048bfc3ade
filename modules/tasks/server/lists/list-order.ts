import { commonFailure, type Failure } from '#kernel/failure.ts'
import { readCursor } from '#kernel/lists/page.ts'
import type { SortKey as QuerySortKey } from '#base/query/types.ts'
import type { TaskRow } from '../database.ts'
import type { ShownRow } from '../to-task.ts'

/** The orders that have an index. */
export type TaskSort = 'newest' | 'due' | 'priority'
export type SortKey = (string | number)[]

/** An order of a list; reversed, it walks its index from the other end. */
export interface ListOrder {
  sort: TaskSort
  reversed: boolean
}

/** How each order walks its index. The id comes last, so that no two tasks are equal. */
const listOrders = {
  newest: { columns: ['id'], direction: 'desc' },
  due: { columns: ['due_order', 'id'], direction: 'asc' },
  priority: { columns: ['priority', 'id'], direction: 'desc' },
} as const satisfies Record<TaskSort, { columns: (keyof TaskRow)[]; direction: 'asc' | 'desc' }>

/** The columns that an order walks by. */
export function columnsOf({ sort }: ListOrder) {
  return listOrders[sort].columns
}

/** The direction in which it walks. */
export function directionOf({ sort, reversed }: ListOrder): 'asc' | 'desc' {
  const { direction } = listOrders[sort]
  if (!reversed) return direction
  return direction === 'asc' ? 'desc' : 'asc'
}

/** The order that a filter asks for, or else the one of the list. By score there is no index: see `byScore`. */
export function orderOf(sort: TaskSort | 'score', keys: readonly QuerySortKey[]): ListOrder {
  const [asked] = keys
  if (!asked || asked.key === 'score') return { sort: sort === 'score' ? 'newest' : sort, reversed: false }
  const named = (asked.key === 'created' ? 'newest' : asked.key) as TaskSort
  return { sort: named, reversed: asked.descending !== (listOrders[named].direction === 'desc') }
}

/** Whether a list is asked for by score, and which way round; the highest comes first unless a filter says otherwise. */
export function byScore(sort: string, keys: readonly QuerySortKey[]): { reversed: boolean } | null {
  const [asked] = keys
  if (asked) return asked.key === 'score' ? { reversed: !asked.descending } : null
  return sort === 'score' ? { reversed: false } : null
}

/** A task's place in an order. */
export function keyOf(row: ShownRow, { sort }: ListOrder): SortKey {
  return listOrders[sort].columns.map((column) => row[column])
}

/** An order as its cursors name it. */
export function nameOf({ sort, reversed }: ListOrder): string {
  return reversed ? `-${sort}` : sort
}

/** The place a cursor stands for, null at the first page. A cursor of another order is not one of this list. */
export function readListCursor(cursor: string | undefined, order: ListOrder): SortKey | null | Failure {
  const shape = columnsOf(order).map((column) => (column === 'id' ? 'string' : 'number'))
  const key = readCursor(cursor, ['string', ...shape])
  if (!Array.isArray(key)) return key
  if (key[0] === nameOf(order)) return key.slice(1)
  return otherOrder()
}

/** The refusal of a cursor that is of a list in another order. */
export function otherOrder(): Failure {
  return commonFailure('bad-cursor', {
    errors: [{ pointer: '/cursor', message: 'This cursor is of a list in another order' }],
  })
}
