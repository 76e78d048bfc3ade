import { nameOrder } from '../name-order.ts'

/** The labels of now with what one change added and took away. */
export function mergeLabels(base: readonly string[], wanted: readonly string[], now: readonly string[]): string[] {
  const [had, has] = [foldedOf(base), foldedOf(wanted)]
  const present = foldedOf(now)
  const added = wanted.filter((name) => !had.has(nameOrder(name)) && !present.has(nameOrder(name)))
  return [...now.filter((name) => has.has(nameOrder(name)) || !had.has(nameOrder(name))), ...added]
}

const foldedOf = (names: readonly string[]) => new Set(names.map(nameOrder))
