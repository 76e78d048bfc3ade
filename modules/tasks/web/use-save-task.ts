import { useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import {
  getTask,
  listProjects,
  listTasks,
  listTaskVersions,
  restoreTaskVersion,
  type Task,
  type TaskVersion,
} from '#modules/tasks/contract.ts'
import { uuidv7 } from '#base/ids.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { showChanged, WAITS } from './offline/show-changed.ts'
import { valuesOf } from './offline/task-change.ts'
import { mergeNow } from './offline/task-changes.ts'
import { taskChanges } from './offline/task-outbox.ts'

type Changeable =
  | 'title'
  | 'notes'
  | 'kind'
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

const KEPT_BELOW = 'What is there now is shown. Yours is kept below the task.'

/** Saves fields one after the other, each on the revision that the one before gave. */
export function useSaveTask(task: Task): {
  save: (change: TaskChange) => void
  conflict: (change: TaskChange) => void
} {
  const cache = useQueryClient()
  const key = operationKey(getTask, { id: task.id })
  const queue = useRef(Promise.resolve())

  const save = async (change: TaskChange) => {
    const before = cache.getQueryData<Task>(key) ?? task
    let kept: readonly TaskVersion[] = []
    const ask = async (changeId: string) => {
      const merged = await mergeNow(api, { task: before, wanted: change, base: valuesOf(before, change), changeId })
      kept = merged.kept
      return merged.task
    }
    try {
      const { task: saved, waits } = await taskChanges.change(before, change, ask)
      if (waits) await showChanged(cache, saved).catch(() => undefined)
      show(saved)
      if (kept.length > 0) return tellKept(change, kept)
      const back = wayBack(before, change)
      const detail = waits ? { detail: WAITS } : {}
      if (back) showToast({ message: `Saved: ${saved.title}`, ...detail, undo: () => enqueue(back) })
      else announce(waits ? `Saved here. ${WAITS}` : 'Saved')
      // These move a task to another list or change its count.
      if (change.status || change.kind || change.projectId !== undefined) {
        void refreshList(cache, listTasks).catch(showProblem)
        void cache.invalidateQueries({ queryKey: operationKey(listProjects) })
      }
    } catch (error) {
      await cache.invalidateQueries({ queryKey: key })
      showProblem(error)
    }
  }
  const show = (saved: Task) => {
    cache.setQueryData(key, saved)
    patchList<Task>(cache, listTasks, (row) => (row.id === saved.id ? saved : row))
  }
  const tellKept = (change: TaskChange, kept: readonly TaskVersion[], detail = KEPT_BELOW) => {
    void cache.invalidateQueries({ queryKey: operationKey(listTaskVersions) })
    const run = () => (kept.length > 0 ? void putBack(kept) : enqueue(change))
    const message = 'The record has changed in the meantime'
    showToast({ message, detail, failed: true, action: { label: 'Use mine', run } })
  }
  const putBack = async (kept: readonly TaskVersion[]) => {
    try {
      for (const { id } of kept) show((await api.call(restoreTaskVersion, { id })).task)
    } catch (error) {
      showProblem(error)
    }
    await cache.invalidateQueries({ queryKey: operationKey(listTaskVersions) })
  }
  /** What was typed while the field got another text is kept beside it. */
  const conflict = async (change: TaskChange) => {
    try {
      const merged = await mergeNow(api, { task, wanted: change, base: {}, changeId: uuidv7() })
      show(merged.task)
      tellKept(change, merged.kept)
    } catch {
      tellKept(change, [], 'What is there now is shown. Yours is kept here for a moment.')
    }
  }
  const enqueue = (change: TaskChange) => {
    queue.current = queue.current.then(() => save(change))
  }
  return { save: enqueue, conflict: (change) => void conflict(change) }
}

// A choice is changed by one press, perhaps a wrong one; text has the field's own way back.
const chosen = ['kind', 'status', 'priority', 'dueAt', 'projectId', 'energy', 'assignees'] as const

/** The change that brings back what stood before, or null where text alone was changed. */
function wayBack(before: Task, change: TaskChange): TaskChange | null {
  const members = chosen.filter((member) => change[member] !== undefined && change[member] !== before[member])
  return members.length === 0 ? null : Object.fromEntries(members.map((member) => [member, before[member]]))
}
