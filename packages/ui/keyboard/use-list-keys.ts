import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import type { ListHandle } from '../virtual-list.tsx'
import { useShortcuts } from './use-shortcuts.ts'

interface ListKeys {
  count: number
  /** The row whose record is open beside the list, or -1. */
  openIndex: number
  /** The row that had the focus last. */
  focused: RefObject<number>
  handle: RefObject<ListHandle | null>
  open: (index: number) => void
  close: () => void
}

interface ListFocus {
  focusRow: (index: number) => void
  /** Focuses the row that stands at the index as soon as the number of rows has changed. */
  focusAfterChange: (index: number) => void
}

/** Walks a list, opens a row (it is a link, so Enter does too) and goes back: the keys of `listActions`. */
export function useListKeys({ count, openIndex, focused, handle, open, close }: ListKeys): ListFocus {
  const wanted = useRef<number | null>(null)
  const focusRow = (index: number) => {
    if (count === 0) return
    focused.current = Math.max(0, Math.min(count - 1, index))
    handle.current?.focusRow(focused.current)
  }
  const step = (by: number) => {
    const inList = document.activeElement?.closest('[data-index]') != null
    focusRow(inList ? focused.current + by : openIndex >= 0 ? openIndex + by : focused.current)
  }
  const back = () => {
    if (openIndex >= 0) focused.current = openIndex
    close()
    focusRow(focused.current)
  }
  useShortcuts({
    'list.next': () => step(1),
    'list.previous': () => step(-1),
    'list.open': () => focused.current < count && open(focused.current),
    'list.back': back,
    'list.close': back,
  })
  const focusWanted = useEffectEvent(() => {
    if (wanted.current === null) return
    focusRow(wanted.current)
    wanted.current = null
  })
  useEffect(() => focusWanted(), [count])
  return {
    focusRow,
    focusAfterChange: (index) => {
      wanted.current = index
    },
  }
}
