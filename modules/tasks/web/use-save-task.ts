import { useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getTask, listProjects, listTasks, updateTask, type Task } from '#modules/tasks/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { changeOrWait, showChanged, WAITS } from './offline/let-wait.ts'

type Changeable =
  | 'title'
  | 'notes'
  | 'status'
  | 'priority'
  | 'dueAt'
  | 'projectId'
  | 'labels'
  | 'estimateMin'
  | 'estimateMax'
  | 'energy'
  | 'assignees'
/** What the page of a task changes. */
export type TaskChange = Partial<Pick<Task, Changeable>>

/** Saves fields one after the other, each on the revision that the one before gave. */
export function useSaveTask(task: Task): {
  save: (change: TaskChange) => void
  conflict: (change: TaskChange) => void
} {
  const cache = useQueryClient()
  const key = operationKey(getTask, { id: task.id })
  const queue = useRef(Promise.resolve())

  const save = async (change: TaskChange) => {
    try {
      const before = cache.getQueryData<Task>(key) ?? task
      const { rev } = before
      const ask = () => api.call(updateTask, { id: task.id, rev, ...change })
      const { task: saved, waits } = await changeOrWait(before, change, ask)
      if (waits) await showChanged(cache, saved).catch(() => undefined)
      cache.setQueryData(key, saved)
      patchList(cache, listTasks, (row) => (row.id === saved.id ? saved : row))
      const back = wayBack(before, change)
      const detail = waits ? { detail: WAITS } : {}
      if (back) showToast({ message: `Saved: ${saved.title}`, ...detail, undo: () => enqueue(back) })
      else announce(waits ? `Saved here. ${WAITS}` : 'Saved')
      // These move a task to another list or change its count.
      if (change.status || change.projectId !== undefined) {
        void refreshList(cache, listTasks).catch(showProblem)
        void cache.invalidateQueries({ queryKey: operationKey(listProjects) })
      }
    } catch (error) {
      await cache.invalidateQueries({ queryKey: key })
      if (!(error instanceof ProblemError) || error.code !== 'stale-revision') return showProblem(error)
      conflict(change, error.problem.detail)
    }
  }
  const conflict = (change: TaskChange, message = 'The record has changed in the meantime') =>
    showToast({
      message,
      detail: 'What is there now is shown. Yours is kept here for a moment.',
      failed: true,
      action: { label: 'Use mine', run: () => enqueue(change) },
    })
  const enqueue = (change: TaskChange) => {
    queue.current = queue.current.then(() => save(change))
  }
  return { save: enqueue, conflict }
}

// A choice is changed by one press, perhaps a wrong one; text has the field's own way back.
const chosen = ['status', 'priority', 'dueAt', 'projectId', 'energy', 'assignees'] as const

/** The change that brings back what stood before, or null where text alone was changed. */
function wayBack(before: Task, change: TaskChange): TaskChange | null {
  const members = chosen.filter((member) => change[member] !== undefined && change[member] !== before[member])
  return members.length === 0 ? null : Object.fromEntries(members.map((member) => [member, before[member]]))
}
