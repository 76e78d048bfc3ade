import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { keepScroll, keptScroll } from './kept-scroll.ts'
import { rowsAround } from './rows-around.ts'

/** What a page may ask of a list. */
export interface ListHandle {
  /** Scrolls a row into view and puts the focus on its `[data-focus]`. */
  focusRow: (index: number) => void
}

interface VirtualListProps<Item> {
  label: string
  items: readonly Item[]
  rowHeight: number
  rowKey: (item: Item) => string
  row: (item: Item, index: number) => ReactNode
  /** Under this name the list finds its place again. */
  scrollKey: string
  /** The last rows came near: the time to read more. */
  onNearEnd?: () => void
  /** What stands under the last row. */
  end?: ReactNode
  /** More rows are known to follow. */
  hasMore?: boolean
  handle?: Ref<ListHandle>
}

/** A list that draws only the rows in view, so that 100,000 of them scroll like ten. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, rowHeight, rowKey, row, scrollKey, onNearEnd, end, hasMore, handle } = props
  const scroller = useRef<HTMLDivElement>(null)
  const lastTop = useRef(0)
  const movement = () => {
    const element = scroller.current
    const top = element?.scrollTop ?? 0
    const moved = (top - lastTop.current) / rowHeight
    lastTop.current = top
    const row =
      element?.contains(document.activeElement) && document.activeElement!.closest<HTMLElement>('[data-index]')
    return { moved, focused: row ? Number(row.dataset.index) : -1 }
  }
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rowKey(items[index]!),
    overscan: 8,
    rangeExtractor: (range) => rowsAround({ ...range, ...movement() }),
    initialOffset: () => keptScroll(scrollKey),
  })
  const rows = virtualizer.getVirtualItems()
  // Near the end is where somebody looks, not where the row with the focus was left.
  const lastIndex = virtualizer.range?.endIndex ?? 0

  useEffect(() => {
    if (lastIndex >= items.length - 20) onNearEnd?.()
  }, [lastIndex, items.length, onNearEnd])

  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer])

  useEffect(() => {
    const element = scroller.current!
    element.scrollTop = keptScroll(scrollKey)
    const remember = () => keepScroll(scrollKey, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    element.addEventListener('keydown', jump)
    return () => {
      element.removeEventListener('scroll', remember)
      element.removeEventListener('keydown', jump)
    }
  }, [scrollKey])

  useImperativeHandle(handle, () => ({
    focusRow(index) {
      virtualizer.scrollToIndex(index, { align: 'auto' })
      focusWhenDrawn(scroller.current!, index)
    },
  }))

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain" data-scroller>
      <ul aria-label={label} className="relative m-0 list-none p-0" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((place) => (
          <li
            key={place.key}
            data-index={place.index}
            aria-setsize={hasMore ? -1 : items.length}
            aria-posinset={place.index + 1}
            className="absolute inset-x-0 top-0 contain-content"
            style={{ height: place.size, transform: `translateY(${place.start}px)` }}
          >
            {row(items[place.index]!, place.index)}
          </li>
        ))}
      </ul>
      {end}
    </div>
  )
}

// The browser would run through everything between, quicker than rows are drawn.
function jump(event: KeyboardEvent): void {
  if ((event.key !== 'End' && event.key !== 'Home') || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return
  event.preventDefault()
  const scroller = event.currentTarget as HTMLElement
  scroller.scrollTop = event.key === 'Home' ? 0 : scroller.scrollHeight
  // The rows there are drawn now: the browser's own event comes after the next frame.
  scroller.dispatchEvent(new Event('scroll'))
}

// A row far away is drawn some frames after the jump.
function focusWhenDrawn(scroller: HTMLElement, index: number, tries = 20): void {
  const target = scroller.querySelector<HTMLElement>(`[data-index="${index}"] [data-focus]`)
  if (target) target.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusWhenDrawn(scroller, index, tries - 1))
}
