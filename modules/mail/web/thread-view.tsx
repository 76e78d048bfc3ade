import { useEffect, useRef } from 'react'
import { getThread, type Thread } from '#modules/mail/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf } from '#ui/format.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import type { InboxView } from './inbox-search.ts'
import { MessageStack } from './message-stack.tsx'
import { ThreadActions } from './thread-actions.tsx'
import { useModify } from './use-modify.ts'

/** One thread: its subject, what can be done with it, its messages as cards. */
export function ThreadView({ threadId, view }: { threadId: string; view: InboxView }) {
  const thread = useOperation(getThread, { id: threadId })
  const title = useRef<HTMLHeadingElement>(null)
  useMarkRead(thread.data)

  useEffect(() => title.current?.focus({ preventScroll: true }), [threadId, thread.isSuccess])

  if (thread.isPending) return <Skeleton rows={4} label="Loading the thread" />
  if (thread.isError) return <ErrorState error={thread.error} retry={() => void thread.refetch()} />
  return (
    <article className="flex flex-col">
      <header className="sticky top-0 z-10 flex flex-col gap-3 border-b-(length:--border) border-line bg-surface p-4 md:px-6">
        <div className="flex items-start gap-3">
          <h2 ref={title} tabIndex={-1} className="min-w-0 flex-1 text-lg break-words md:text-xl">
            {thread.data.subject || 'No subject'}
          </h2>
          <p className="shrink-0 pt-1 text-sm text-ink-soft tabular-nums">{countOf(thread.data.messages.length, 'message')}</p>
        </div>
        <ThreadActions thread={thread.data} view={view} />
      </header>
      <MessageStack thread={thread.data} messageId={view.messageId} />
    </article>
  )
}

/** Marks a thread as read when it is opened; what is marked unread afterwards stays so. */
function useMarkRead(thread: Thread | undefined): void {
  const modify = useModify()
  const done = useRef(false)
  useEffect(() => {
    if (!thread || done.current) return
    done.current = true
    if (thread.messages.some((message) => !message.seen)) void modify({ threadIds: [thread.id], seen: true })
  }, [thread, modify])
}
