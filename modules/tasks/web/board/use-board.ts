import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getBoard, setTaskStatus, type BoardColumn, type Task, type TaskStatus } from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { WAITS } from '../offline/show-changed.ts'
import { taskChanges } from '../offline/task-outbox.ts'
import type { TasksView } from '../tasks-search.ts'
import { useViews } from '../views/use-views.ts'
import { statusName } from '../words.ts'

const CARDS = 25
/** As many as the server gives at once. */
const MOST_CARDS = 100

type Columns = { columns: BoardColumn[] }

/** The board of a view, and moving its cards: on the screen at once, with a way back. */
export function useBoard({ projectId, q }: TasksView) {
  const cache = useQueryClient()
  const { refresh, ...commands } = useViews()
  const [limit, setLimit] = useState(CARDS)
  const input = { limit, ...(projectId && { projectId }), ...(q && { q }) }
  const board = useOperation(getBoard, input)
  const key = operationKey(getBoard, input)

  const move = async (task: Task, status: TaskStatus): Promise<void> => {
    if (task.status === status) return
    void cache.cancelQueries({ queryKey: key })
    const before = cache.getQueryData<Columns>(key)
    if (before) cache.setQueryData<Columns>(key, { columns: moved(before.columns, task, status) })
    try {
      const ask = () => api.call(setTaskStatus, { id: task.id, status })
      const { task: saved, waits } = await taskChanges.change(task, { status }, ask)
      announce(sentenceOf(task, status, cache.getQueryData<Columns>(key)?.columns))
      showToast({
        message: `${statusName[status]}: ${task.title}`,
        ...(waits && { detail: WAITS }),
        undo: () => void move(saved, task.status),
      })
    } catch (error) {
      cache.setQueryData(key, before)
      showProblem(error)
    }
    await refresh()
  }
  return {
    board,
    move,
    refresh,
    complete: commands.complete,
    remove: commands.remove,
    showMore: limit < MOST_CARDS ? () => setLimit(MOST_CARDS) : null,
  }
}

/** The columns after a card went from one to another: it stands where its priority puts it. */
function moved(columns: readonly BoardColumn[], task: Task, status: TaskStatus): BoardColumn[] {
  return columns.map((column) => {
    if (column.status === task.status)
      return { ...column, count: column.count - 1, items: column.items.filter(({ id }) => id !== task.id) }
    if (column.status !== status) return column
    const card = { ...task, status }
    const at = column.items.findIndex((other) => comesBefore(card, other))
    const items = at < 0 ? [...column.items, card] : column.items.toSpliced(at, 0, card)
    return { ...column, count: column.count + 1, items }
  })
}

const comesBefore = (card: Task, other: Task) =>
  card.priority > other.priority || (card.priority === other.priority && card.id > other.id)

function sentenceOf({ title }: Task, status: TaskStatus, columns: readonly BoardColumn[] = []): string {
  const column = columns.find((each) => each.status === status)
  const place = column ? `, ${1 + column.items.findIndex((card) => card.title === title)} of ${column.count}` : ''
  const over = column && column.wipLimit !== null && column.count > column.wipLimit
  return `${title} is in ${statusName[status]} now${place}.${over ? ` You wanted ${column.wipLimit} there at most.` : ''}`
}
