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
  type TaskStatus,
  type TaskValues,
} from '#modules/tasks/contract.ts'
import type { AnyCall } from '#client/client.ts'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { showChanged, WAITS } from './offline/show-changed.ts'
import { taskChanges } from './offline/task-outbox.ts'

interface Move {
  command: AnyCall<{ id: string }, Task>
  /** The same as a change of fields, and the task as it is before it: for when it has to wait. */
  wanted: TaskValues
  before: Task
  told: string
  back: () => void
}

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

  const run = async ({ command, wanted, before, told, back }: Move) => {
    const putBack = patchList<Task>(cache, listTasks, (row) => (row.id === before.id ? null : row))
    try {
      const changed = await taskChanges.change(before, wanted, () => api.call(command, { id: before.id }))
      showToast({ message: told, ...(changed.waits && { detail: WAITS }), undo: back })
      if (changed.waits) return await showChanged(cache, changed.task)
    } catch (error) {
      putBack()
      showProblem(error)
    }
    await refresh()
  }

  const complete = (task: Task) =>
    run({
      command: completeTask,
      wanted: { status: 'done' },
      before: { ...task, status: openStatus(task) },
      told: `Done: ${task.title}`,
      back: () => void reopen(task),
    })
  const reopen = (task: Task) =>
    run({
      command: reopenTask,
      wanted: { status: openStatus(task) },
      before: { ...task, status: isOpen(task.status) ? 'done' : task.status },
      told: `Open again: ${task.title}`,
      back: () => void complete(task),
    })
  const remove = (task: Task) =>
    run({
      command: deleteTask,
      wanted: { trashed: true },
      before: { ...task, deletedAt: null },
      told: `In the trash: ${task.title}`,
      back: () => void restore(task),
    })
  const restore = (task: Task) =>
    run({
      command: restoreTask,
      wanted: { trashed: false },
      before: { ...task, deletedAt: task.deletedAt ?? task.updatedAt },
      told: `Restored: ${task.title}`,
      back: () => void remove(task),
    })
  return { refresh, reopen, restore, complete, remove }
}

const isOpen = (status: TaskStatus): boolean => status !== 'done' && status !== 'dropped'

/** Where a task is open; only the server knows where a closed one was. */
const openStatus = ({ status }: Task): TaskStatus => (isOpen(status) ? status : 'next')
