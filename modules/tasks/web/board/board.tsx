import { useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { BoardColumn, Task, TaskStatus } from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { classNames } from '#ui/class-names.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { toSearch, type TasksView } from '../tasks-search.ts'
import { useArrowKeys } from '../views/use-arrow-keys.ts'
import { focusedTask, focusTask, rowsOf, stepRows } from '../views/walk-rows.ts'
import { WideView } from '../views/wide-view.tsx'
import { statusName } from '../words.ts'
import { Column } from './column.tsx'
import { EmptyBoard } from './empty-board.tsx'
import { useBoard } from './use-board.ts'

/** Tasks in columns by their status. Cards go from one to another by pointer, by buttons and by keys. */
export function Board({ view }: { view: TasksView }) {
  const navigate = useNavigate()
  const place = useRef<HTMLDivElement>(null)
  const { board, move, refresh, complete, remove, showMore } = useBoard(view)
  const [chosen, setChosen] = useState<TaskStatus>('next')
  const columns = board.data?.columns ?? []
  const search = toSearch(view)
  const taskOf = (id: string | undefined) => columns.flatMap(({ items }) => items).find((task) => task.id === id)

  /** Where the card goes nobody sees on a phone: there the focus stays in the column. */
  const moveTo = (task: Task, status: TaskStatus) => {
    const column = document.activeElement?.closest<HTMLElement>('[data-column]') ?? null
    const next = neighbour(column, task.id)
    const target = place.current?.querySelector<HTMLElement>(`[data-column="${status}"]`) ?? null
    void move(task, status)
    if (target && target.offsetParent !== null) focusTask(target, task.id)
    else if (next) focusTask(column, next)
    else column?.querySelector<HTMLElement>('h2')?.focus()
  }
  const moveBy = (task: Task, by: number) => {
    const at = columns.findIndex(({ status }) => status === task.status)
    const to = columns[at + by]
    if (to) moveTo(task, to.status)
    else announce(`There is no column further ${by > 0 ? 'right' : 'left'}`)
  }
  const focused = () => taskOf(focusedTask(place.current))
  const withFocused = (act: (task: Task) => void) => () => {
    const task = focused()
    if (task) act(task)
  }
  const close = () => view.taskId && void navigate({ to: '/tasks/{-$taskId}', params: { taskId: undefined }, search })
  useShortcuts({
    'list.next': () => stepRows(columnOf(document.activeElement) ?? place.current, 1),
    'list.previous': () => stepRows(columnOf(document.activeElement) ?? place.current, -1),
    'list.back': close,
    'list.close': close,
    'tasks.move-right': withFocused((task) => moveBy(task, 1)),
    'tasks.move-left': withFocused((task) => moveBy(task, -1)),
    'tasks.done': withFocused((task) => task.status !== 'done' && moveTo(task, 'done')),
    'tasks.trash': withFocused((task) => void remove(task)),
  })
  const step = (key: string) => {
    const from = columnOf(document.activeElement)
    if (!from || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false
    besideOf(place.current, from, key === 'ArrowLeft' ? -1 : 1)?.focus()
    return true
  }
  const empty = board.data && !view.q && !view.projectId && columns.every(({ count }) => count === 0)

  const shown = columns.length > 0 && !empty
  useArrowKeys(place, step, shown)

  return (
    <WideView view={view}>
      {board.isPending && <Skeleton rows={6} label="Loading the board" />}
      {board.isError && !board.data && <ErrorState error={board.error} retry={() => void board.refetch()} />}
      {empty && <EmptyBoard />}
      {shown && (
        <>
          <ColumnChoice columns={columns} chosen={chosen} onChoose={setChosen} />
          <div
            ref={place}
            className="flex min-h-0 flex-1 gap-4 overflow-x-auto overflow-y-auto bg-paper p-4 max-md:p-3"
            data-board
          >
            {columns.map((column, at) => (
              <Column
                key={column.status}
                column={column}
                shown={column.status === chosen}
                before={columns[at - 1]?.status}
                after={columns[at + 1]?.status}
                openId={view.taskId}
                search={search}
                onMove={moveTo}
                onDrop={(id) => {
                  const task = taskOf(id)
                  if (task) moveTo(task, column.status)
                }}
                onComplete={(task) => void complete(task)}
                onLimit={() => void refresh()}
                showMore={showMore}
              />
            ))}
          </div>
        </>
      )}
    </WideView>
  )
}

interface ColumnChoiceProps {
  columns: readonly BoardColumn[]
  chosen: TaskStatus
  onChoose: (status: TaskStatus) => void
}

/** On a phone one column is there at a time. */
function ColumnChoice({ columns, chosen, onChoose }: ColumnChoiceProps) {
  return (
    <div
      role="group"
      aria-label="Column to show"
      className="flex gap-1.5 overflow-x-auto border-b-(length:--border) border-line bg-surface p-2 md:hidden"
    >
      {columns.map(({ status, count, more }) => (
        <button
          key={status}
          type="button"
          aria-pressed={status === chosen}
          className={classNames(
            'inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-box border-(length:--border) border-line px-3 text-sm font-semibold',
            status === chosen ? 'bg-ink text-paper' : 'bg-surface text-ink',
          )}
          onClick={() => onChoose(status)}
        >
          {statusName[status]}
          <span className="font-mono text-xs">{more ? `${count}+` : count}</span>
        </button>
      ))}
    </div>
  )
}

const columnOf = (element: Element | null) => element?.closest<HTMLElement>('[data-column]') ?? null

/** The card to go to when one leaves its column: the next one, or else the one before. */
function neighbour(column: HTMLElement | null, id: string): string | undefined {
  const ids = [...(column?.querySelectorAll<HTMLElement>('[data-task]') ?? [])].map((card) => card.dataset.task)
  const at = ids.indexOf(id)
  return ids[at + 1] ?? ids[at - 1]
}

/** The card beside in the next column that has any, at the same height where there is one. */
function besideOf(board: HTMLElement | null, from: HTMLElement, step: number): HTMLElement | undefined {
  const columns = [...(board?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
  const row = Math.max(
    0,
    rowsOf(from).findIndex((each) => each.closest('[data-task]')?.contains(document.activeElement)),
  )
  for (let at = columns.indexOf(from) + step; columns[at]; at += step) {
    const rows = rowsOf(columns[at]!)
    if (rows.length > 0) return rows[Math.min(row, rows.length - 1)]
  }
  return undefined
}
