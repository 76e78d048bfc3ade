import { directionOf, keyOf, type ListOrder } from './list-order.ts'
import type { ShownRow } from '../to-task.ts'

/** Several walks as one, in their order. They are a page long each, so that sorting them costs nothing. */
export function mergeWalks(walks: ShownRow[][], order: ListOrder): ShownRow[] {
  if (walks.length === 1) return walks[0]!
  const sign = directionOf(order) === 'desc' ? -1 : 1
  return walks.flat().sort((a, b) => sign * compare(keyOf(a, order), keyOf(b, order)))
}

function compare(left: (string | number)[], right: (string | number)[]): number {
  const at = left.findIndex((part, index) => part !== right[index])
  if (at === -1) return 0
  return left[at]! < right[at]! ? -1 : 1
}
