import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { useNavigate } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import SearchX from 'lucide-react/icons/search-x'
import { find, type SearchHit, type SearchType } from '#modules/search/contract.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf } from '#ui/format.ts'
import { useListKeys } from '#ui/keyboard/use-list-keys.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { VirtualList, type ListHandle } from '#ui/virtual-list.tsx'
import { useRecordPath } from '#ui/web-modules.ts'
import { BadQuery } from './bad-query.tsx'
import { HitRow } from './hit-row.tsx'

interface ResultsProps {
  q: string
  type: SearchType | undefined
  onQuery: (q: string) => void
  /** The first result takes the focus as soon as it is there. */
  wantsFocus: boolean
  onFocused: () => void
}

/** What a search found, newest first. */
export function Results({ q, type, onQuery, wantsFocus, onFocused }: ResultsProps) {
  const navigate = useNavigate()
  const pathOf = useRecordPath()
  const input = { q, ...(type && { type }) }
  const list = useCursorList<SearchHit>(find, input, { enabled: q.trim() !== '' })
  const handle = useRef<ListHandle>(null)
  const focused = useRef(0)
  const count = list.items.length
  const onFocus = useCallback((index: number) => void (focused.current = index), [])
  const open = (index: number) => {
    const path = list.items[index] && pathOf(list.items[index])
    if (path) void navigate({ href: path })
  }
  const { focusRow } = useListKeys({
    count,
    openIndex: -1,
    focused,
    handle,
    open,
    close: () => undefined,
  })

  const tell = useEffectEvent(() => {
    if (list.loading || q === '') return
    if (!list.error)
      announce(count === 0 ? 'Nothing found' : `${countOf(count, 'result')}${list.hasMore ? ' and more' : ''}`)
    if (!wantsFocus || count === 0) return
    focusRow(0)
    onFocused()
  })
  // Told once a search has its answer.
  useEffect(() => tell(), [q, list.loading, wantsFocus])

  if (q.trim() === '') {
    return (
      <EmptyState
        icon={Search}
        accent="lilac"
        title="Search everything: mail and tasks, in one place."
        action={<Button onClick={() => onQuery('is:unread')}>Show what is unread</Button>}
        example={
          <>
            For example <code className="font-mono">from:joel subject:dts -review</code>
          </>
        }
      />
    )
  }
  if (list.loading) return <Skeleton rows={7} label="Searching" />
  if (list.error && count === 0) {
    return list.error.code === 'bad-query' ? (
      <BadQuery q={q} error={list.error} onQuery={onQuery} />
    ) : (
      <ErrorState error={list.error} retry={list.retry} />
    )
  }
  if (count === 0) {
    return (
      <EmptyState
        icon={SearchX}
        accent="lilac"
        title="Nothing fits this search."
        action={<Button onClick={() => onQuery('')}>Begin anew</Button>}
        example={
          <>
            Fewer words find more; a star stands for any ending: <code className="font-mono">power*</code>
          </>
        }
      />
    )
  }
  return (
    <VirtualList
      label="Results"
      items={list.items}
      rowHeight={104}
      rowKey={(hit) => `${hit.kind} ${hit.id}`}
      scrollKey={`search ${JSON.stringify(input)}`}
      onNearEnd={list.error ? undefined : list.loadMore}
      hasMore={list.hasMore}
      handle={handle}
      row={(hit, index) => <HitRow hit={hit} path={pathOf(hit)} index={index} onFocus={onFocus} />}
      end={list.error ? <ErrorState error={list.error} retry={list.retry} /> : null}
    />
  )
}
