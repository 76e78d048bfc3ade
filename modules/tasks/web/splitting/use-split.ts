import { useQueryClient } from '@tanstack/react-query'
import { splitTask, undoTaskChange, updateTask, type SplitKind, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { countOfKind } from './split-words.ts'

/** Splitting a task and saying that it is small enough, each with a way back. */
export function useSplit(task: Pick<Task, 'id' | 'title'>) {
  const cache = useQueryClient()
  const refresh = () => refreshModules(cache, ['tasks'])
  const takeBack = (changeId: string) => void api.call(undoTaskChange, { changeId }).then(refresh).catch(showProblem)

  return {
    add: async (kind: SplitKind, items: { title: string; minutes: number | null }[], whole: boolean) => {
      const { changeId } = await api.call(splitTask, { id: task.id, kind, items, whole })
      showToast({
        message: `${countOfKind(items.length, kind)} added: ${task.title}`,
        ...(changeId && { undo: () => takeBack(changeId) }),
      })
      await refresh().catch(showProblem)
    },
    markSmall: async () => {
      await api.call(updateTask, { id: task.id, decomposition: 'atomic' })
      const undo = () => void api.call(undoTaskChange, { taskId: task.id }).then(refresh).catch(showProblem)
      showToast({ message: `Small enough: ${task.title}`, undo })
      await refresh().catch(showProblem)
    },
  }
}
