import type { RefObject } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { Task } from '#modules/tasks/contract.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { toSearch, type TasksView } from '../tasks-search.ts'
import { useViews } from './use-views.ts'
import { focusedTask, focusTask, rowsOf, stepRows } from './walk-rows.ts'

/** The keys of a view of rows: walking them, ticking one, putting one into the trash, closing what is open. */
export function useRowKeys(
  place: RefObject<HTMLElement | null>,
  view: TasksView,
  taskOf: (id: string) => Task | undefined,
): { tick: (task: Task) => void } {
  const navigate = useNavigate()
  const { complete, reopen, remove } = useViews()
  /** The row goes away, or may: the one after it has the focus then. */
  const leave = (task: Task, act: (task: Task) => Promise<void>) => {
    const ids = rowsOf(place.current).map((row) => row.closest<HTMLElement>('[data-task]')?.dataset.task)
    const at = ids.indexOf(task.id)
    const next = ids.slice(at + 1).find((id) => id !== task.id) ?? ids[at - 1]
    const hadFocus = focusedTask(place.current) === task.id
    void act(task).then(() => {
      if (hadFocus && next && !focusedTask(place.current)) focusTask(place.current, next)
    })
  }
  const tick = (task: Task) => leave(task, task.status === 'done' ? reopen : complete)
  const withFocused = (act: (task: Task) => void) => () => {
    const id = focusedTask(place.current) ?? view.taskId
    const task = id && taskOf(id)
    if (task) act(task)
  }
  const close = () =>
    view.taskId && void navigate({ to: '/tasks/{-$taskId}', params: { taskId: undefined }, search: toSearch(view) })
  useShortcuts({
    'list.next': () => stepRows(place.current, 1),
    'list.previous': () => stepRows(place.current, -1),
    'list.back': close,
    'list.close': close,
    'tasks.done': withFocused(tick),
    'tasks.trash': withFocused((task) => leave(task, remove)),
  })
  return { tick }
}
