import type { SlimRow } from './descendants.ts'

/** What a branch comes to; minutes. */
export interface Sums {
  total: number
  done: number
  estimateMin: number | null
  estimateMax: number | null
  spentMinutes: number
}

/** The sums of each task of a tree, whose rows come parents before children. */
export function sumsOf(rows: readonly SlimRow[]): Map<string, Sums> {
  const children = childrenOf(rows)
  const sums = new Map<string, Sums>()
  for (const row of [...rows].reverse()) sums.set(row.id, sumOf(row, children.get(row.id) ?? [], sums))
  return sums
}

/** The children of each task, in their order. */
export function childrenOf(rows: readonly SlimRow[]): Map<string, SlimRow[]> {
  const children = new Map<string, SlimRow[]>()
  for (const row of rows) {
    if (row.parent_id === null) continue
    const siblings = children.get(row.parent_id)
    if (siblings) siblings.push(row)
    else children.set(row.parent_id, [row])
  }
  return children
}

function sumOf(row: SlimRow, children: readonly SlimRow[], sums: ReadonlyMap<string, Sums>): Sums {
  const parts = children.map(({ id }) => sums.get(id)!)
  // What was dropped is no work, neither done nor to do.
  const own = row.status === 'dropped' || parts.length > 0 ? 0 : 1
  return {
    total: add(parts.map(({ total }) => total)) + own,
    done: add(parts.map(({ done }) => done)) + (row.status === 'done' ? own : 0),
    estimateMin: addKnown(parts.map(({ estimateMin }) => estimateMin)) ?? row.estimate_min,
    estimateMax: addKnown(parts.map(({ estimateMax }) => estimateMax)) ?? row.estimate_max,
    spentMinutes: add(parts.map(({ spentMinutes }) => spentMinutes)) + row.spent_minutes,
  }
}

const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** The sum of what is known; null where nothing is. */
function addKnown(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null)
  return known.length === 0 ? null : add(known)
}
