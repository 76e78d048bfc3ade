import { useQueryClient } from '@tanstack/react-query'
import { getAgenda, getBoard, listBranches, undoTaskChange, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { useTaskCommands } from '../use-task-commands.ts'

/** What every view of tasks does with one of them; afterwards all views read what they show anew. */
export function useViews() {
  const cache = useQueryClient()
  const commands = useTaskCommands()
  const refresh = async () => {
    await Promise.all([
      commands.refresh(),
      ...[getBoard, getAgenda, listBranches].map(({ name }) => cache.invalidateQueries({ queryKey: [name] })),
    ]).catch(showProblem)
  }
  const and = async (work: Promise<void>) => {
    await work
    await refresh()
  }
  /** Runs a change of a task and tells of it, with a way back; answers whether it was made. */
  const change = async (work: () => Promise<Task>, told: string): Promise<boolean> => {
    try {
      const { id } = await work()
      const undo = async () => {
        await api.call(undoTaskChange, { taskId: id }).catch(showProblem)
        await refresh()
      }
      showToast({ message: told, undo: () => void undo() })
      await refresh()
      return true
    } catch (error) {
      showProblem(error)
      await refresh()
      return false
    }
  }
  return {
    refresh,
    change,
    complete: (task: Task) => and(commands.complete(task)),
    reopen: (task: Task) => and(commands.reopen(task)),
    remove: (task: Task) => and(commands.remove(task)),
  }
}
