import type { ThreadedMessage } from './plan-threads.ts'

/** A message of a thread as the tree needs it. */
export interface TreeMessage extends ThreadedMessage {
  key: string
  /** Milliseconds UTC; orders siblings. */
  at: number
}

/** A row of the tree in reading order. */
export interface TreeRow {
  key: string
  parent: string | null
  depth: number
}

/**
 * Orders one thread for display: each message below the nearest message it names, siblings by date
 * (RFC 5256, REFERENCES, steps 1 and 2). A link that would close a loop is left out.
 */
export function threadTree(messages: readonly TreeMessage[]): TreeRow[] {
  const byDate = messages.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const keyOf = new Map<string, string>()
  // Of twins with one Message-ID the first stands for it.
  for (const { key, messageId } of byDate) if (messageId !== null && !keyOf.has(messageId)) keyOf.set(messageId, key)

  const parents = new Map<string, string>()
  for (const { key, linked } of byDate) {
    const present = linked.findLast((id) => keyOf.has(id) && keyOf.get(id) !== key)
    const parent = present === undefined ? undefined : keyOf.get(present)
    if (parent !== undefined && !isBelow(parents, parent, key)) parents.set(key, parent)
  }
  return inReadingOrder(byDate, parents)
}

function isBelow(parents: ReadonlyMap<string, string>, key: string, ancestor: string): boolean {
  for (let at: string | undefined = key; at !== undefined; at = parents.get(at)) if (at === ancestor) return true
  return false
}

// A stack instead of recursion: a chain of replies may be as long as the thread.
function inReadingOrder(byDate: readonly TreeMessage[], parents: ReadonlyMap<string, string>): TreeRow[] {
  const children = Map.groupBy(byDate, ({ key }) => parents.get(key) ?? null)
  const rows: TreeRow[] = []
  const open: TreeRow[] = rowsBelow(null, 0)
  for (let row = open.pop(); row; row = open.pop()) {
    rows.push(row)
    open.push(...rowsBelow(row.key, row.depth + 1))
  }
  return rows

  function rowsBelow(parent: string | null, depth: number): TreeRow[] {
    return (children.get(parent) ?? []).map(({ key }) => ({ key, parent, depth })).reverse()
  }
}
