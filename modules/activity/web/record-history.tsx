import { useState } from 'react'
import { recordHistory, type ActivityEntry } from '#modules/activity/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { EntryRow } from './activity-entry.tsx'

/** What happened to one record, read when somebody unfolds it. */
export function RecordSection({ kind, id }: { kind: string; id: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="sheet px-4" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer items-center font-head font-semibold">History</summary>
      {open && <HistoryList kind={kind} id={id} />}
    </details>
  )
}

function HistoryList({ kind, id }: { kind: string; id: string }) {
  const list = useCursorList<ActivityEntry>(recordHistory, { kind, id })
  if (list.loading) return <Skeleton rows={2} label="Loading the history" />
  if (list.error) return <ErrorState error={list.error} retry={list.retry} />
  if (list.items.length === 0) {
    return (
      <p data-state="empty" className="pb-4">
        Nothing is noted of it yet.
      </p>
    )
  }
  return (
    <>
      <ul className="m-0 list-none p-0">
        {list.items.map((entry) => (
          // The record is named by the page already.
          <EntryRow
            key={entry.id}
            entry={{ ...entry, record: { ...entry.record, title: null } }}
            when={shortDate(entry.at)}
          />
        ))}
      </ul>
      {list.hasMore && (
        <Button className="mb-4" onClick={list.loadMore} disabled={list.loadingMore}>
          Earlier
        </Button>
      )}
    </>
  )
}
