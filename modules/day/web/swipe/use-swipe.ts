import { useQueryClient } from '@tanstack/react-query'
import { listCards, type Suggestion } from '#modules/day/contract.ts'
import { delegateTask, swipeTask, undoTaskChange, type Task } from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { useRefreshDay } from '../use-day.ts'

export type Direction = 'left' | 'up' | 'right'

const told: Record<Direction, string> = { left: 'Let go', up: 'Waits for somebody', right: 'Begun' }

/** Decides on a card: it is gone from the screen at once, and there is a way back. */
export function useSwipe() {
  const cache = useQueryClient()
  const refresh = useRefreshDay()

  const decide = async (task: Task, act: () => Promise<unknown>, message: string) => {
    take(task.id)
    announce(`${message}: ${task.title}`)
    try {
      await act()
      showToast({ message: `${message}: ${task.title}`, undo: () => void back(task) })
    } catch (error) {
      showProblem(error)
    }
    refresh()
  }
  const take = (id: string) =>
    cache.setQueriesData<{ items: Suggestion[] }>(
      { queryKey: operationKey(listCards) },
      (page) => page && { ...page, items: page.items.filter(({ task }) => task.id !== id) },
    )
  const back = async (task: Task) => {
    await api.call(undoTaskChange, { taskId: task.id }).catch(showProblem)
    announce(`Back again: ${task.title}`)
    refresh()
  }
  return {
    swipe: (task: Task, direction: Direction) =>
      decide(task, () => api.call(swipeTask, { id: task.id, direction }), told[direction]),
    handTo: (task: Task, personId: string, name: string) =>
      decide(task, () => api.call(delegateTask, { taskId: task.id, personId }), `Handed to ${name}`),
  }
}
