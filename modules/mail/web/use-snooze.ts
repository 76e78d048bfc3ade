import { useQueryClient } from '@tanstack/react-query'
import { snoozeThreads, unsnoozeThreads } from '#modules/mail/contract.ts'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { countOf, fullDate } from '#ui/format.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** Hides threads from the inbox until a time, with a way back. */
export function useSnooze(): (threadIds: string[], until: Date) => Promise<void> {
  const cache = useQueryClient()
  const refresh = () => void refreshModules(cache, ['mail']).catch(showProblem)
  return async (threadIds, until) => {
    try {
      await api.call(snoozeThreads, { threadIds, until: until.toISOString() })
      const undo = () => void api.call(unsnoozeThreads, { threadIds }).then(refresh, showProblem)
      showToast({
        message: threadIds.length === 1 ? 'Snoozed' : `${countOf(threadIds.length, 'thread')} snoozed`,
        detail: `Back on ${fullDate(until.toISOString())}`,
        undo,
      })
    } catch (error) {
      showProblem(error)
    }
    refresh()
  }
}
