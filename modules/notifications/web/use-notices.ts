import { useQueryClient } from '@tanstack/react-query'
import { countNotices, listNotices, markAllRead, markRead, type Notice } from '#modules/notifications/contract.ts'
import { api } from '#ui/data/api.ts'
import { usePollInterval } from '#ui/data/connection.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** How many notifications are unread. */
export function useUnreadNotices(): number {
  const refetchInterval = usePollInterval()
  return useOperation(countNotices, {}, { refetchInterval }).data?.unread ?? 0
}

/** Marks notifications: on the screen at once, then on the server, with a way back. */
export function useMarkNotices() {
  const cache = useQueryClient()

  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: operationKey(countNotices) }),
      refreshList<Notice>(cache, listNotices),
    ]).catch(showProblem)

  const mark = async (ids: string[], read: boolean) => {
    const readAt = read ? new Date().toISOString() : null
    const putBack = patchList<Notice>(cache, listNotices, (row) => (ids.includes(row.id) ? { ...row, readAt } : row))
    try {
      await api.call(markRead, { ids, read })
    } catch (error) {
      putBack()
      showProblem(error)
    }
    await refresh()
  }

  const markAll = async () => {
    try {
      const { changed } = await api.call(markAllRead, {})
      if (changed.length > 0)
        showToast({ message: 'All notifications are read', undo: () => void mark(changed, false) })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }

  return { mark, markAll }
}
