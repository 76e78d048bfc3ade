import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { ThreadSummary } from '#modules/mail/contract.ts'
import { listThreads } from '#modules/mail/contract.ts'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Button } from '#ui/button.tsx'
import { useSelection } from '#ui/use-selection.ts'
import { usePreferences } from '#ui/preferences.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { toPath } from '#ui/to-link.ts'
import { VirtualList, type ListHandle } from '#ui/virtual-list.tsx'
import { InboxHead } from './inbox-head.tsx'
import { toListInput, toSearch, type InboxView } from './inbox-search.ts'
import { useLabels } from './labels.ts'
import { NoThreads } from './no-threads.tsx'
import { OwnLetters } from './own-letters.tsx'
import type { Asked } from './thread-dialog.tsx'
import { ThreadRow } from './thread-row.tsx'
import { useFreshLists } from './use-mail-counts.ts'
import { useModify } from './use-modify.ts'
import { useThreadKeys } from './use-thread-keys.ts'

// What is done with many at once comes when somebody selects one.
const ThreadDialog = lazy(() => import('./thread-dialog.tsx').then((module) => ({ default: module.ThreadDialog })))
const SelectionBar = lazy(() => import('./selection-bar.tsx').then((module) => ({ default: module.SelectionBar })))

/** The list of threads of a view, newest first, as long as it may be. */
export function ThreadList({ view }: { view: InboxView }) {
  const navigate = useNavigate()
  const modify = useModify()
  const { byId } = useLabels()
  const input = toListInput(view)
  const list = useCursorList<ThreadSummary>(listThreads, input)
  const handle = useRef<ListHandle>(null)
  const focused = useRef(0)
  const { density } = usePreferences()
  const search = toSearch({ ...view, messageId: undefined })
  // Rows that stay the same are not drawn again while the list scrolls.
  const onFocus = useCallback((index: number) => void (focused.current = index), [])
  const onStar = useCallback(
    (thread: ThreadSummary) => void modify({ threadIds: [thread.id], within: view.place, starred: !thread.starred }),
    [modify, view.place],
  )
  const selection = useSelection(list.items, JSON.stringify(input))
  useFreshLists(view.place)

  const open = (threadId: string | undefined) =>
    void navigate({ to: '/inbox/{-$threadId}', params: { threadId }, search })
  const [asked, setAsked] = useState<Asked | null>(null)
  const { leave } = useThreadKeys({
    view,
    threads: list.items,
    focused,
    handle,
    open,
    modify,
    selection,
    ask: (what, thread) => setAsked({ what, thread }),
  })
  const empty = !list.loading && !list.error && list.items.length === 0

  return (
    <>
      <InboxHead view={view}>
        {selection.ids.size > 0 && (
          <Suspense fallback={<div className="h-10" />}>
            <SelectionBar view={view} threads={list.items} hasMore={list.hasMore} selection={selection} />
          </Suspense>
        )}
      </InboxHead>
      {asked && (
        <Suspense>
          <ThreadDialog asked={asked} onClose={() => setAsked(null)} onGone={leave} />
        </Suspense>
      )}
      <OwnLetters view={view} whenNone={empty && <NoThreads view={view} />} />
      {list.loading && <Skeleton rows={9} label="Loading the threads" />}
      {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
      {list.items.length > 0 && (
        <VirtualList
          label="Threads"
          items={list.items}
          rowHeight={density === 'compact' ? 60 : 76}
          rowKey={(thread) => thread.id}
          scrollKey={JSON.stringify(input)}
          onNearEnd={list.error ? undefined : list.loadMore}
          hasMore={list.hasMore}
          handle={handle}
          row={(thread, index) => (
            <ThreadRow
              thread={thread}
              open={thread.id === view.threadId}
              labels={byId}
              path={toPath(`/inbox/${thread.id}`, search)}
              index={index}
              selected={selection.ids.has(thread.id)}
              onFocus={onFocus}
              onStar={onStar}
              onSelect={selection.toggle}
            />
          )}
          end={<ListEnd more={list.hasMore} failed={Boolean(list.error)} retry={list.retry} />}
        />
      )}
    </>
  )
}

function ListEnd({ more, failed, retry }: { more: boolean; failed: boolean; retry: () => void }) {
  if (failed) {
    return (
      <p role="alert" className="flex items-center justify-between gap-3 p-4">
        More threads could not be read. <Button onClick={retry}>Try again</Button>
      </p>
    )
  }
  return (
    <p data-end className="p-4 text-center text-sm text-ink-soft">
      {more ? 'Reading more' : 'That is all'}
    </p>
  )
}
