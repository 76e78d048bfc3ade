import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getMailbox, listThreads, type Place } from '#modules/mail/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'

const POLL_MILLISECONDS = 20_000

/** Messages and unread ones in each place. */
export function useMailCounts() {
  return useOperation(getMailbox, {}, { refetchInterval: POLL_MILLISECONDS })
}

/** The number beside the Inbox in the rail. */
export function useUnreadCount(): number | undefined {
  return useMailCounts().data?.items.find((item) => item.place === 'inbox')?.unread
}

/** Reads the lists anew when mail came in or was changed elsewhere. */
export function useFreshLists(place: Place): void {
  const cache = useQueryClient()
  const count = useMailCounts().data?.items.find((item) => item.place === place)
  const mark = count && `${count.messages}/${count.unread}`
  const before = useRef(mark)
  useEffect(() => {
    if (before.current !== undefined && mark !== undefined && before.current !== mark)
      void refreshList(cache, listThreads)
    before.current = mark
  }, [mark, cache])
}
