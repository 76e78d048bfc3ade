import { useMemo } from 'react'
import Bell from 'lucide-react/icons/bell'
import { listNotices, type Notice } from '#modules/notifications/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { dayInWords } from '#ui/format.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { NoticeRow } from './notice-row.tsx'

/** Notifications by day, newest first. */
export function NoticeList({ headings: Heading, onOpen }: { headings: 'h2' | 'h3'; onOpen?: () => void }) {
  const list = useCursorList<Notice>(listNotices, {})
  const days = useMemo(() => [...Map.groupBy(list.items, ({ at }) => dayInWords(at))], [list.items])

  if (list.loading) return <Skeleton rows={3} label="Loading the notifications" />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} retry={list.retry} />
  if (list.items.length === 0) {
    return (
      <EmptyState
        icon={Bell}
        accent="green"
        title="Nothing happened that you should know of."
        example="For example, an import that has ended is told here."
      />
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {days.map(([day, notices]) => (
        <section key={day} aria-label={day}>
          <Heading className="px-4 pb-1 text-sm text-ink-soft first-letter:uppercase">{day}</Heading>
          <ul className="m-0 list-none p-0">
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
      {list.hasMore && (
        <Button className="mx-4 self-center" disabled={list.loadingMore} onClick={list.loadMore}>
          Show older ones
        </Button>
      )}
    </div>
  )
}
