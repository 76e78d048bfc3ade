import { useState } from 'react'
import { revokeFeed, type TaskFeed } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { fullDate, shortDate } from '#ui/format.ts'
import { showToast } from '#ui/toasts.ts'

/** A calendar that may read, when it last did, and the way to end that. */
export function FeedRow({ feed, onRevoked }: { feed: TaskFeed; onRevoked: () => void }) {
  const [asking, setAsking] = useState(false)
  const revoke = useCommand(revokeFeed, {
    onSuccess: () => {
      showToast({ message: `${feed.name} reads your tasks no more` })
      onRevoked()
    },
  })
  const { name, createdAt, readAt } = feed
  return (
    <div className="sheet flex flex-wrap items-center gap-3 p-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{name}</p>
        <p className="text-sm text-ink-soft">
          Made <time dateTime={createdAt}>{shortDate(createdAt)}</time>,{' '}
          {readAt ? (
            <>
              last read{' '}
              <time dateTime={readAt} title={fullDate(readAt)}>
                {shortDate(readAt)}
              </time>
            </>
          ) : (
            'not read yet'
          )}
        </p>
      </div>
      {asking ? (
        <>
          <Button look="danger" disabled={revoke.isPending} onClick={() => revoke.mutate({ id: feed.id })}>
            Revoke {name}
          </Button>
          <Button onClick={() => setAsking(false)}>Keep it</Button>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>
          Revoke<span className="sr-only"> {name}</span>
        </Button>
      )}
    </div>
  )
}
