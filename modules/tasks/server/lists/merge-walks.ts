import type { TaskRow } from '../database.ts'
import { keyOf, listOrders, type TaskSort } from './list-order.ts'

/** Several walks as one, in their order. They are a page long each, so that sorting them costs nothing. */
export function mergeWalks(walks: TaskRow[][], sort: TaskSort): TaskRow[] {
  if (walks.length === 1) return walks[0]!
  const sign = listOrders[sort].direction === 'desc' ? -1 : 1
  return walks.flat().sort((a, b) => sign * compare(keyOf(a, sort), keyOf(b, sort)))
}

function compare(left: (string | number)[], right: (string | number)[]): number {
  const at = left.findIndex((part, index) => part !== right[index])
  if (at === -1) return 0
  return left[at]! < right[at]! ? -1 : 1
}
