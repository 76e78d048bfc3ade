import { useQueryClient } from '@tanstack/react-query'
import {
  clearRecurrence,
  getRecurrence,
  getTask,
  listTasks,
  setRecurrence,
  skipOccurrence,
  type Task,
  type TaskRecurrence,
} from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { patchList } from '#ui/data/use-cursor-list.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** Changes how a task repeats, each time with a way back. Answers whether it could. */
export function useRepeat(task: Task) {
  const cache = useQueryClient()
  const { id } = task

  const run = async (work: () => Promise<Task>, message?: string, undo?: () => void): Promise<boolean> => {
    try {
      const saved = await work()
      cache.setQueryData(operationKey(getTask, { id }), saved)
      patchList(cache, listTasks, (row) => (row.id === id ? saved : row))
      // What repeats no more has no dates to ask for.
      if (saved.recurrence) void cache.invalidateQueries({ queryKey: operationKey(getRecurrence) })
      else cache.removeQueries({ queryKey: operationKey(getRecurrence, { id }) })
      if (message) showToast({ message, ...(undo && { undo }) })
      return true
    } catch (error) {
      showProblem(error)
      return false
    }
  }
  const put = (wanted: TaskRecurrence | null) =>
    run(() => (wanted ? api.call(setRecurrence, { id, ...wanted }) : api.call(clearRecurrence, { id })))

  return {
    set: (wanted: TaskRecurrence | null) => {
      const before = task.recurrence
      const message = wanted ? 'It repeats' : 'It repeats no more'
      return run(
        () => (wanted ? api.call(setRecurrence, { id, ...wanted }) : api.call(clearRecurrence, { id })),
        message,
        () => void put(before),
      )
    },
    skip: () => run(() => api.call(skipOccurrence, { id }), 'Moved to the next date'),
  }
}
