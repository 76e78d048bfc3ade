import { useCallback, useRef } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { listTasks, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { useListKeys } from '#ui/keyboard/use-list-keys.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { usePreferences } from '#ui/preferences.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { toPath } from '#ui/to-link.ts'
import { VirtualList, type ListHandle } from '#ui/virtual-list.tsx'
import { NoTasks } from './no-tasks.tsx'
import { useProjects } from './projects.ts'
import { QuickAdd, QUICK_ADD } from './quick-add.tsx'
import { SuggestionStrip } from './suggestions/suggestion-strip.tsx'
import { TaskRow } from './task-row.tsx'
import { TasksHead } from './tasks-head.tsx'
import { toListInput, toSearch, type TasksView } from './tasks-search.ts'
import { useTaskCommands } from './use-task-commands.ts'

/** The tasks of a view, with a line on top for a new one. */
export function TaskList({ view }: { view: TasksView }) {
  const navigate = useNavigate()
  const { byId } = useProjects()
  const commands = useTaskCommands()
  const { density } = usePreferences()
  const input = toListInput(view)
  const list = useCursorList<Task>(listTasks, input)
  const handle = useRef<ListHandle>(null)
  const focused = useRef(0)
  const search = toSearch(view)
  const openIndex = view.taskId ? list.items.findIndex((task) => task.id === view.taskId) : -1
  const open = (taskId: string | undefined) => void navigate({ to: '/tasks/{-$taskId}', params: { taskId }, search })
  const current = () => list.items[openIndex >= 0 ? openIndex : focused.current]

  const { focusAfterChange } = useListKeys({
    count: list.items.length,
    openIndex,
    focused,
    handle,
    open: (index) => open(list.items[index]?.id),
    close: () => view.taskId && open(undefined),
  })
  const leave = (act: (task: Task) => Promise<void>) => {
    const task = current()
    if (!task) return
    focusAfterChange(list.items.indexOf(task))
    if (view.taskId) open(undefined)
    void act(task)
  }
  const tick = (task: Task) =>
    view.view === 'open'
      ? commands.complete(task)
      : view.view === 'done'
        ? commands.reopen(task)
        : commands.restore(task)
  // Rows that stay the same are not drawn again while the list scrolls.
  const onFocus = useCallback((index: number) => void (focused.current = index), [])
  const newestTick = useRef(tick)
  newestTick.current = tick
  const onTick = useCallback((task: Task) => void newestTick.current(task), [])

  useShortcuts({
    'tasks.new': () => document.getElementById(QUICK_ADD)?.focus(),
    'tasks.done': () => leave(tick),
    'tasks.trash': () => view.view !== 'trash' && leave(commands.remove),
  })

  return (
    <>
      <TasksHead view={view} />
      {view.view === 'open' && <QuickAdd projectId={view.projectId} onAdded={() => void commands.refresh()} />}
      {view.view === 'open' && <SuggestionStrip />}
      {list.loading && <Skeleton rows={7} label="Loading the tasks" />}
      {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.items.length === 0 && <NoTasks view={view} />}
      {list.items.length > 0 && (
        <VirtualList
          label="Tasks"
          items={list.items}
          rowHeight={density === 'compact' ? 60 : 76}
          rowKey={(task) => task.id}
          scrollKey={`tasks ${JSON.stringify(input)}`}
          onNearEnd={list.error ? undefined : list.loadMore}
          hasMore={list.hasMore}
          handle={handle}
          row={(task, index) => (
            <TaskRow
              task={task}
              open={task.id === view.taskId}
              project={task.projectId ? byId.get(task.projectId) : undefined}
              path={toPath(`/tasks/${task.id}`, search)}
              index={index}
              tick={view.view}
              onFocus={onFocus}
              onTick={onTick}
            />
          )}
          end={
            list.error ? (
              <p role="alert" className="flex items-center justify-between gap-3 p-4">
                More tasks could not be read. <Button onClick={list.retry}>Try again</Button>
              </p>
            ) : null
          }
        />
      )}
    </>
  )
}
