import { Link } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import Brain from 'lucide-react/icons/brain'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Trash2 from 'lucide-react/icons/trash-2'
import { deleteCapture, listCaptures, restoreCapture, type CaptureEntry } from '#modules/capture/contract.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { useCommand } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf, fullDate, shortDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'

/** What was written down before, newest first; each can be taken up again. */
export function PastCaptures({ deleted }: { deleted: boolean }) {
  const cache = useQueryClient()
  const list = useCursorList(listCaptures, { view: deleted ? 'deleted' : 'all' })
  const refresh = () => void refreshList(cache, listCaptures)
  const restore = useCommand(restoreCapture, { onSuccess: refresh })
  const remove = useCommand(deleteCapture, {
    onSuccess: ({ id }) => {
      refresh()
      showToast({ message: 'Deleted. It can be restored for 30 days.', undo: () => restore.mutate({ id }) })
    },
  })
  if (list.loading) return <Skeleton rows={5} label="Loading what you wrote" />
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} retry={list.retry} />
  return (
    <>
      {list.items.length === 0 ? (
        <Nothing deleted={deleted} />
      ) : (
        <ul className="m-0 flex list-none flex-col gap-3 p-0" aria-label={deleted ? 'Deleted captures' : 'Captures'}>
          {list.items.map((entry) => (
            <li key={entry.id} className="sheet flex items-center gap-3 p-3">
              <Entry entry={entry} />
              {deleted ? (
                <IconButton
                  quiet
                  label={`Restore: ${entry.title}`}
                  icon={RotateCcw}
                  onClick={() => restore.mutate({ id: entry.id })}
                />
              ) : (
                <IconButton
                  quiet
                  label={`Delete: ${entry.title}`}
                  icon={Trash2}
                  onClick={() => remove.mutate({ id: entry.id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {list.hasMore && (
          <Button onClick={list.loadMore} disabled={list.loadingMore}>
            Show more
          </Button>
        )}
        <Link to="/capture" search={{ view: deleted ? 'past' : 'deleted' }} className="py-1 text-sm">
          {deleted ? 'Back to all that is kept' : 'Show deleted ones'}
        </Link>
      </div>
    </>
  )
}

function Entry({ entry }: { entry: CaptureEntry }) {
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="flex items-baseline gap-3">
        <Link
          to="/capture/{-$captureId}"
          params={{ captureId: entry.id }}
          className="min-h-6 min-w-0 truncate font-semibold text-ink"
        >
          {entry.title}
        </Link>
        <time
          dateTime={entry.createdAt}
          title={fullDate(entry.createdAt)}
          className="ml-auto shrink-0 text-sm tabular-nums"
        >
          {shortDate(entry.createdAt)}
        </time>
      </span>
      <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-soft">
        {entry.state === 'open' && <Chip accent="yellow">to look through</Chip>}
        {entry.state === 'reading' && <Chip>being read</Chip>}
        {entry.origin === 'plan' && <Chip accent="lilac">from a prompt</Chip>}
        {countOf(entry.count, 'piece')}, {entry.accepted} accepted
      </span>
    </span>
  )
}

function Nothing({ deleted }: { deleted: boolean }) {
  return (
    <EmptyState
      icon={deleted ? Trash2 : Brain}
      accent="pink"
      title={deleted ? 'Nothing is deleted.' : 'Nothing is written down yet.'}
      action={
        <Link to="/capture" className={buttonClass('primary')}>
          Write something down
        </Link>
      }
      example="For example: call the dentist tomorrow, buy milk and bread, learn Spanish by summer."
    />
  )
}
