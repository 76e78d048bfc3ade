import { useQueryClient } from '@tanstack/react-query'
import {
  getTask,
  getTimer,
  listTime,
  startTimer,
  stopTimer,
  undoTaskChange,
  type TimeEntry,
} from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { lengthWords } from './time-words.ts'

/** The running timer of this person. */
export function useTimer() {
  return useOperation(getTimer, {})
}

/** Reads anew what shows time. */
export function useRefreshTime() {
  const cache = useQueryClient()
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: operationKey(getTimer) }),
      cache.invalidateQueries({ queryKey: operationKey(getTask) }),
      refreshList(cache, listTime),
    ])
}

/** Starting and stopping the timer, with a way back. */
export function useTimerMoves() {
  const refresh = useRefreshTime()
  const run = async (work: () => Promise<TimeEntry>, told: (entry: TimeEntry) => string) => {
    try {
      const entry = await work()
      const undo = () => void undoTime(entry).then(refresh, showProblem)
      showToast({ message: told(entry), undo })
    } catch (error) {
      showProblem(error)
    }
    await refresh().catch(showProblem)
  }
  return {
    start: (taskId: string, previousEndedAt?: string) =>
      run(
        () => api.call(startTimer, { taskId, ...(previousEndedAt && { previousEndedAt }) }),
        ({ taskTitle }) => `The timer runs: ${taskTitle ?? 'a task'}`,
      ),
    stop: (endedAt?: string) =>
      run(
        () => api.call(stopTimer, endedAt ? { endedAt } : {}),
        ({ seconds }) => `Stopped after ${lengthWords(seconds)}`,
      ),
  }
}

/** Takes the last change of an entry back: the undo knows every record by its id. */
export function undoTime({ id }: Pick<TimeEntry, 'id'>): Promise<unknown> {
  return api.call(undoTaskChange, { taskId: id })
}
