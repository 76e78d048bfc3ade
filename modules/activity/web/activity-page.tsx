import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import History from 'lucide-react/icons/history'
import { listActivity, type ActivityEntry } from '#modules/activity/contract.ts'
import { Button } from '#ui/button.tsx'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Column, PageHead } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { EntryRow } from './activity-entry.tsx'
import { FilterBar } from './filter-bar.tsx'
import { isFiltered, readFilter, type ActivityFilter } from './activity-filter.ts'
import { byDay } from './by-day.ts'

/** What happened in the workspace, by day. */
export function Page() {
  const filter = readFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const cache = useQueryClient()
  const show = (next: ActivityFilter) => void navigate({ to: '/activity', search: next as never, replace: true })
  // What happened since the page was last looked at comes on top.
  useEffect(() => void refreshList(cache, listActivity).catch(() => undefined), [cache])
  return (
    <>
      <PageHead title="Activity" accent="lilac" />
      <Column>
        <FilterBar filter={filter} onFilter={show} />
        <Timeline filter={filter} onClear={() => show({})} />
      </Column>
    </>
  )
}

function Timeline({ filter, onClear }: { filter: ActivityFilter; onClear: () => void }) {
  const list = useCursorList<ActivityEntry>(listActivity, { ...filter })
  if (list.loading) return <Skeleton rows={5} label="Loading the activity" />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} retry={list.retry} />
  if (list.items.length === 0) {
    return isFiltered(filter) ? (
      <EmptyState
        icon={History}
        accent="lilac"
        title="Nothing of that sort happened."
        action={<Button onClick={onClear}>Show everything</Button>}
      />
    ) : (
      <EmptyState
        icon={History}
        accent="lilac"
        title="What you and others do here is told on this page."
        example="Capture a task in the bar on top, and it stands here."
      />
    )
  }
  return (
    <>
      {byDay(list.items).map(([day, entries]) => (
        <section key={day} className="flex flex-col gap-2">
          <h2 className="text-lg first-letter:uppercase">{day}</h2>
          <ul className="sheet m-0 list-none px-4 py-0">
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {list.error && <ErrorState error={list.error} retry={list.retry} />}
      {list.hasMore && (
        <Button className="self-start" onClick={list.loadMore} disabled={list.loadingMore}>
          Earlier
        </Button>
      )}
    </>
  )
}
