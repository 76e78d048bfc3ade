import { useQueryClient } from '@tanstack/react-query'
import {
  completeTask,
  deleteTask,
  getTask,
  listProjects,
  listTasks,
  reopenTask,
  restoreTask,
  type Task,
} from '#modules/tasks/contract.ts'
import type { AnyCall } from '#client/client.ts'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

/** Completing, reopening, deleting and restoring: on the screen at once, with a way back. */
export function useTaskCommands() {
  const cache = useQueryClient()

  const refresh = async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: operationKey(getTask) }),
      cache.invalidateQueries({ queryKey: operationKey(listProjects) }),
      refreshList(cache, listTasks),
    ]).catch(showProblem)
  }

  const run = async (task: Task, command: AnyCall<{ id: string }, Task>, told: string, back?: () => void) => {
    const putBack = patchList(cache, listTasks, (row) => (row.id === task.id ? null : row))
    try {
      await api.call(command, { id: task.id })
      showToast({ message: told, ...(back && { undo: back }) })
    } catch (error) {
      putBack()
      showProblem(error)
    }
    await refresh()
  }

  const reopen = (task: Task) => run(task, reopenTask, `Open again: ${task.title}`, () => void complete(task))
  const restore = (task: Task) => run(task, restoreTask, `Restored: ${task.title}`, () => void remove(task))
  const complete = (task: Task) => run(task, completeTask, `Done: ${task.title}`, () => void reopen(task))
  const remove = (task: Task) => run(task, deleteTask, `In the trash: ${task.title}`, () => void restore(task))
  return { refresh, reopen, restore, complete, remove }
}
