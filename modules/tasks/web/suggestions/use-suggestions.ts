import { useQueryClient } from '@tanstack/react-query'
import { dismissSuggestedTask, listSuggestedTasks, type SuggestedTask } from '#modules/mail/contract.ts'
import { approveSuggestion, undoApproval } from '#modules/tasks/contract/from-mail.ts'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { patchList, refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** The tasks that mail suggests, newest first, and the two answers to one: on the screen at once, each with a way back. */
export function useSuggestions() {
  const cache = useQueryClient()
  const list = useCursorList<SuggestedTask>(listSuggestedTasks, {})

  const refresh = () => Promise.all([refreshList(cache, listSuggestedTasks), refreshModules(cache, ['tasks', 'links'])])
  const answer = async (suggestion: SuggestedTask, call: () => Promise<void>) => {
    const putBack = patchList(cache, listSuggestedTasks, (row) => (row.id === suggestion.id ? null : row))
    try {
      await call()
    } catch (error) {
      putBack()
      showProblem(error)
    }
    await refresh().catch(showProblem)
  }
  const takeBack = (call: Promise<unknown>) => void call.then(refresh).catch(showProblem)

  return {
    ...list,
    approve: (suggestion: SuggestedTask) =>
      answer(suggestion, async () => {
        const { id } = suggestion
        const task = await api.call(approveSuggestion, { id })
        showToast({
          message: `Task made: ${task.title}`,
          undo: () => takeBack(api.call(undoApproval, { id })),
        })
      }),
    dismiss: (suggestion: SuggestedTask) =>
      answer(suggestion, async () => {
        const { id, title } = suggestion
        await api.call(dismissSuggestedTask, { id })
        showToast({
          message: `Dismissed: ${title}`,
          undo: () => takeBack(api.call(dismissSuggestedTask, { id, dismissed: false })),
        })
      }),
  }
}
