import { useEffect, useRef } from 'react'
import { getThread, type Thread } from '#modules/mail/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf } from '#ui/format.ts'
import { RecordHead } from '#ui/record-head.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import type { InboxView } from './inbox-search.ts'
import { MessageStack } from './message-stack.tsx'
import { FollowUp } from './reminders/follow-up.tsx'
import { ThreadActions } from './thread-actions.tsx'
import { useModify } from './use-modify.ts'

/** One thread: its subject, what can be done with it, its messages as cards. */
export function ThreadView({ threadId, view }: { threadId: string; view: InboxView }) {
  const thread = useOperation(getThread, { id: threadId })
  useMarkRead(thread.data)

  return (
    <article className="flex flex-col">
      <RecordHead
        title={thread.data ? thread.data.subject || 'No subject' : 'Thread'}
        aside={thread.data && countOf(thread.data.messages.length, 'message')}
      >
        <ThreadActions thread={thread.data} view={view} />
      </RecordHead>
      {thread.isPending && <Skeleton rows={4} label="Loading the thread" />}
      {thread.isError && !thread.data && <ErrorState error={thread.error} retry={() => void thread.refetch()} />}
      {thread.data && <FollowUp thread={thread.data} />}
      {thread.data && <MessageStack thread={thread.data} messageId={view.messageId} />}
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
