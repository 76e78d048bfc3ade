import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import { listSnoozed, unsnoozeThreads, type SnoozedThread } from '#modules/mail/contract.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { useCommand } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate } from '#ui/format.ts'
import { Column, PageHead } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'

/** What is hidden from the inbox for now, the one that comes back first on top. */
export function Page() {
  const list = useCursorList<SnoozedThread>(listSnoozed, {})
  return (
    <>
      <PageHead title="Snoozed" accent="yellow" />
      <Column>
        {list.loading && <Skeleton rows={3} label="Loading what is snoozed" />}
        {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
        {!list.loading && !list.error && list.items.length === 0 && (
          <EmptyState
            icon={AlarmClock}
            title="Nothing is snoozed."
            action={
              <Link to="/inbox" className={buttonClass()}>
                Go to the inbox
              </Link>
            }
            example="Press b on a thread to have it back when you have time for it."
          />
        )}
        <ul aria-label="Snoozed threads" className="m-0 flex list-none flex-col gap-2 p-0">
          {list.items.map((thread) => (
            <SnoozedRow key={thread.id} thread={thread} />
          ))}
        </ul>
        {list.hasMore && (
          <Button className="self-center" disabled={list.loadingMore} onClick={list.loadMore}>
            Show more
          </Button>
        )}
      </Column>
    </>
  )
}

function SnoozedRow({ thread }: { thread: SnoozedThread }) {
  const cache = useQueryClient()
  const back = useCommand(unsnoozeThreads, {
    onSuccess: () => {
      showToast({ message: 'Back in the inbox' })
      void refreshModules(cache, ['mail']).catch(showProblem)
    },
  })
  const subject = thread.subject || 'No subject'
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <div className="min-w-0 flex-1">
        <Link
          to="/inbox/{-$threadId}"
          params={{ threadId: thread.id }}
          className="block truncate font-semibold text-ink"
        >
          {subject}
        </Link>
        <p className="truncate text-sm text-ink-soft">
          {thread.participants.join(', ')}, back on {fullDate(thread.until)}
        </p>
      </div>
      <Button disabled={back.isPending} onClick={() => back.mutate({ threadIds: [thread.id] })}>
        Bring back<span className="sr-only"> {subject}</span>
      </Button>
    </li>
  )
}
