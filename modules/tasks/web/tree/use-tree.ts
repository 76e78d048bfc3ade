import { useRef, useState, type RefObject } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listBranches, moveTask, type Branch, type Task } from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { api } from '#ui/data/api.ts'
import { useViews } from '../views/use-views.ts'
import { focusedTask, focusTask } from '../views/walk-rows.ts'
import type { Way } from './tree-context.ts'

/** Where a row stands, as the page has it. */
interface Place {
  parentId: string | null
  /** The rows beside it, in their order. */
  siblings: string[]
  at: number
}

/** Which branches are unfolded, and moving tasks among them by pointer, buttons and keys. */
export function useTree(container: RefObject<HTMLElement | null>) {
  const cache = useQueryClient()
  const { change, complete, reopen, remove, refresh } = useViews()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const fold = (id: string, open: boolean) =>
    setUnfolded((before) => {
      const after = new Set(before)
      if (open) after.add(id)
      else after.delete(id)
      return after
    })
  const rowOf = (id: string) => container.current?.querySelector<HTMLElement>(`[data-task="${id}"]`) ?? null
  const taskOf = (id: string): Task | undefined => {
    for (const [, page] of cache.getQueriesData<{ items: Branch[] }>({ queryKey: [listBranches.name] }))
      for (const { task } of page?.items ?? []) if (task.id === id) return task
    return undefined
  }
  const placeOf = (id: string): Place | null => {
    const parentId = rowOf(id)?.dataset.parent
    if (parentId === undefined) return null
    const rows = container.current!.querySelectorAll<HTMLElement>(`[data-parent="${parentId}"]`)
    const siblings = [...rows].map((row) => row.dataset.task!)
    return { parentId: parentId || null, siblings, at: siblings.indexOf(id) }
  }
  // Where a task goes is read from the page: one move waits until the one before is drawn.
  const queue = useRef(Promise.resolve())
  const moving = useRef<string | null>(null)
  const inTurn = (id: string, work: () => Promise<void>) => {
    moving.current = id
    const turn = queue.current.then(work).then(drawn, drawn)
    queue.current = turn
    void turn.then(() => {
      if (queue.current === turn) moving.current = null
    })
  }
  const putNow = async (id: string, parentId: string | null, afterId?: string | null) => {
    const task = taskOf(id)
    if (!task || id === parentId) return
    const under = parentId === null ? null : taskOf(parentId)?.title
    const told = under ? `Under ${under}: ${task.title}` : `Stands alone: ${task.title}`
    if (parentId !== null) fold(parentId, true)
    const input = { id, parentId, ...(afterId !== undefined && { afterId }) }
    const from = rowOf(id)?.dataset.parent ?? null
    const moved = await change(() => api.call(moveTask, input), told)
    if (moved) announce(told)
    // Until the answer is drawn the row stands where it stood, and goes from there with the focus.
    await drawn()
    focusTask(container.current, id, moved ? parentId : from)
  }
  const moveNow = async (id: string, way: Way) => {
    const place = placeOf(id)
    if (!place) return
    const { parentId, siblings, at } = place
    const above = siblings[at - 1]
    if (way === 'in') return above ? putNow(id, above) : announce('There is no task above it to stand under')
    if (parentId === null) return announce('It stands at the top already')
    if (way === 'out') {
      const outer = placeOf(parentId)?.parentId ?? null
      return putNow(id, outer, outer === null ? undefined : parentId)
    }
    if (way === 'up') return above ? putNow(id, parentId, siblings[at - 2] ?? null) : announce('It is the first here')
    const below = siblings[at + 1]
    return below ? putNow(id, parentId, below) : announce('It is the last here')
  }
  const put = (id: string, parentId: string | null, afterId?: string | null) =>
    inTurn(id, () => putNow(id, parentId, afterId))
  const move = (id: string, way: Way) => inTurn(id, () => moveNow(id, way))
  const withFocused = (act: (id: string) => void) => {
    // A row that is drawn anew at its next place has lost the focus for a moment; keys still mean its task.
    const id = focusedTask(container.current) ?? moving.current
    if (id) act(id)
  }
  const tick = (task: Task) => void (task.status === 'done' ? reopen(task) : complete(task))

  /** The arrows of a tree: right unfolds and goes in, left folds and goes out. */
  const onArrow = (key: string): boolean => {
    const id = focusedTask(container.current)
    const row = id ? rowOf(id) : null
    if (!id || !row || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return false
    const isBranch = row.dataset.branch !== undefined
    if (key === 'ArrowRight' && isBranch && !unfolded.has(id)) fold(id, true)
    else if (key === 'ArrowRight' && isBranch) focusTask(container.current, firstBelow(row) ?? id)
    else if (key === 'ArrowLeft' && isBranch && unfolded.has(id)) fold(id, false)
    else if (key === 'ArrowLeft' && row.dataset.parent) focusTask(container.current, row.dataset.parent)
    return true
  }
  return {
    isUnfolded: (id: string) => unfolded.has(id),
    fold,
    move,
    put,
    tick,
    refresh,
    onArrow,
    moveFocused: (way: Way) => withFocused((id) => move(id, way)),
    tickFocused: () => withFocused((id) => taskOf(id) && tick(taskOf(id)!)),
    removeFocused: () => withFocused((id) => taskOf(id) && void remove(taskOf(id)!)),
  }
}

function firstBelow(row: HTMLElement): string | undefined {
  return row.closest('li')?.querySelector<HTMLElement>('ul [data-task]')?.dataset.task
}

/** Resolves once what has changed is on the page. */
function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
