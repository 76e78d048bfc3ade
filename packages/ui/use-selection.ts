import { useCallback, useMemo, useRef, useState } from 'react'

/** Rows of a list that somebody picked to do one thing with all of them. */
export interface Selection {
  ids: ReadonlySet<string>
  /** Everything the list stands for, also what is not read yet. */
  all: boolean
  /** Picks a row or leaves it out; with `range`, all rows from the one picked before. */
  toggle: (index: number, range?: boolean) => void
  selectAll: () => void
  clear: () => void
}

/** Picked rows of a list; `key` names what the list shows, and another list begins with none. */
export function useSelection(items: readonly { id: string }[], key: string): Selection {
  const [picked, setPicked] = useState(none)
  const rows = useRef(items)
  rows.current = items
  const anchor = useRef<string | null>(null)
  const current = picked.key === key ? picked : none
  // A row that left the list is not picked any more.
  const ids = useMemo(() => {
    if (current.ids.size === 0) return current.ids
    return new Set(items.flatMap(({ id }) => (current.ids.has(id) ? [id] : [])))
  }, [current, items])

  const toggle = useCallback(
    (index: number, range = false) => {
      const row = rows.current[index]
      if (!row) return
      const from = range ? rows.current.findIndex(({ id }) => id === anchor.current) : -1
      setPicked((before) => {
        const next = new Set(before.key === key ? before.ids : [])
        const on = from >= 0 || !next.has(row.id)
        const [first, last] = from < 0 ? [index, index] : from < index ? [from, index] : [index, from]
        for (const { id } of rows.current.slice(first, last + 1)) {
          if (on) next.add(id)
          else next.delete(id)
        }
        return { key, ids: next, all: false }
      })
      anchor.current = row.id
    },
    [key],
  )
  const selectAll = () => setPicked({ key, ids: new Set(items.map(({ id }) => id)), all: true })
  const clear = () => setPicked(none)
  return { ids, all: current.all && ids.size > 0, toggle, selectAll, clear }
}

const none: { key: string; ids: ReadonlySet<string>; all: boolean } = { key: '', ids: new Set(), all: false }
