import { useEffect } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { getMessage } from '#modules/mail/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { toSearch } from './inbox-search.ts'

/** Finds the thread of a message and opens it there. */
export function Page() {
  const { messageId } = useParams({ strict: false }) as { messageId: string }
  const navigate = useNavigate()
  const message = useOperation(getMessage, { id: messageId })

  useEffect(() => {
    if (!message.data) return
    const { threadId, place } = message.data
    void navigate({
      to: '/inbox/{-$threadId}',
      params: { threadId },
      search: toSearch({ place, messageId }),
      replace: true,
    })
  }, [message.data, messageId, navigate])

  if (message.isError) return <ErrorState error={message.error} retry={() => void message.refetch()} />
  return <Skeleton rows={4} label="Loading the message" />
}
