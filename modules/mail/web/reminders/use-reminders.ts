import { useQueryClient } from '@tanstack/react-query'
import { cancelReminder, listReminders, remindUnanswered, type Reminder } from '#modules/mail/contract/tidying.ts'
import { api } from '#ui/data/api.ts'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { fullDate } from '#ui/format.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** The reminders that wait, the soonest first. */
export const useWaitingReminders = () => useCursorList<Reminder>(listReminders, { state: 'waiting' })

/** How the last reminders ended, the latest first; undefined until all of them are known. */
export function useEndedReminders(most: number): Reminder[] | undefined {
  const lists = [
    useOperation(listReminders, { state: 'answered', limit: most }),
    useOperation(listReminders, { state: 'due', limit: most }),
    useOperation(listReminders, { state: 'cancelled', limit: most }),
  ]
  if (!lists.every(({ data }) => data)) return undefined
  const ended = lists.flatMap(({ data }) => data!.items)
  return ended.sort((a, b) => endOf(b).localeCompare(endOf(a))).slice(0, most)
}

/** When a reminder was over. */
export const endOf = ({ endedAt, dueAt }: Reminder): string => endedAt ?? dueAt

/** Setting a reminder and cancelling it, each with a way back. */
export function useRemind() {
  const cache = useQueryClient()
  const refresh = () => refreshList(cache, listReminders)
  const takeBack = (call: Promise<unknown>) => void call.then(refresh).catch(showProblem)
  const run = async (call: () => Promise<void>) => {
    try {
      await call()
      await refresh()
    } catch (error) {
      showProblem(error)
    }
  }
  return {
    remind: (messageId: string, at: Date, note: string) =>
      run(async () => {
        const input = { id: messageId, at: at.toISOString(), note: note.trim() || null }
        const { id } = await api.call(remindUnanswered, input)
        showToast({
          message: 'You are reminded if nobody answers',
          detail: `On ${fullDate(input.at)}`,
          undo: () => takeBack(api.call(cancelReminder, { id })),
        })
      }),
    cancel: ({ id, messageId, dueAt, note }: Reminder) =>
      run(async () => {
        await api.call(cancelReminder, { id })
        showToast({
          message: 'No reminder any more',
          undo: () => takeBack(api.call(remindUnanswered, { id: messageId, at: dueAt, note })),
        })
      }),
  }
}
