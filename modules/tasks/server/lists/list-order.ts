import { commonFailure, type Failure } from '#kernel/failure.ts'
import { readCursor } from '#kernel/lists/page.ts'
import type { TaskRow } from '../database.ts'

export type TaskSort = 'newest' | 'due' | 'priority'
export type SortKey = (string | number)[]

/** How each order walks its index. The id comes last, so that no two tasks are equal. */
export const listOrders = {
  newest: { columns: ['id'], direction: 'desc' },
  due: { columns: ['due_order', 'id'], direction: 'asc' },
  priority: { columns: ['priority', 'id'], direction: 'desc' },
} as const satisfies Record<TaskSort, { columns: (keyof TaskRow)[]; direction: 'asc' | 'desc' }>

/** A task's place in an order. */
export function keyOf(row: TaskRow, sort: TaskSort): SortKey {
  return listOrders[sort].columns.map((column) => row[column])
}

/** The place a cursor stands for, null at the first page. A cursor of another order is not one of this list. */
export function readListCursor(cursor: string | undefined, sort: TaskSort): SortKey | null | Failure {
  const shape = listOrders[sort].columns.map((column) => (column === 'id' ? 'string' : 'number'))
  const key = readCursor(cursor, ['string', ...shape])
  if (!Array.isArray(key)) return key
  if (key[0] === sort) return key.slice(1)
  return commonFailure('bad-cursor', {
    errors: [{ pointer: '/cursor', message: 'This cursor is of a list in another order' }],
  })
}
