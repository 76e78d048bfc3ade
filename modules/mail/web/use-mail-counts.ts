import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getMailbox, listThreads, type Place } from '#modules/mail/contract.ts'
import { usePollInterval } from '#ui/data/connection.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'

/** Messages and unread ones in each place. */
export function useMailCounts() {
  const refetchInterval = usePollInterval()
  return useOperation(getMailbox, {}, { refetchInterval })
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
