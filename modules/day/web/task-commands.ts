import { completeTask, setTaskStatus, undoTaskChange, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { useRefreshDay } from './use-day.ts'

/** Beginning and completing a task from the day, each with a way back. */
export function useDayTasks() {
  const refresh = useRefreshDay()
  const run = async (task: Pick<Task, 'id' | 'title'>, act: () => Promise<unknown>, told: string) => {
    try {
      await act()
      showToast({ message: `${told}: ${task.title}`, undo: () => void back(task) })
    } catch (error) {
      showProblem(error)
    }
    refresh()
  }
  const back = async ({ id }: Pick<Task, 'id' | 'title'>) => {
    await api.call(undoTaskChange, { taskId: id }).catch(showProblem)
    refresh()
  }
  return {
    begin: (task: Task) => run(task, () => api.call(setTaskStatus, { id: task.id, status: 'doing' }), 'Begun'),
    complete: (task: Task) => run(task, () => api.call(completeTask, { id: task.id }), 'Done'),
  }
}
