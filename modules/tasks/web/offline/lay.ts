import type { Task } from '#modules/tasks/contract.ts'
import type { Page } from '#ui/data/page-joiner.ts'
import type { Waiting } from '#ui/outbox/waiting.ts'
import { withValues, type TaskChange } from './task-change.ts'

/** What a list of tasks asks for. */
export interface ListInput {
  view?: 'open' | 'done' | 'trash' | 'all'
  projectId?: string
  status?: string
  q?: string
  sort?: string
  cursor?: string
}

/** A task with every change of it that waits. */
export function layTask(waiting: readonly Waiting<TaskChange>[], task: Task): Task {
  let laid = task
  for (const { change, subject, at } of waiting)
    if (subject === task.id && change.kind === 'edit')
      laid = withValues(laid, change.wanted, new Date(at).toISOString())
  return laid
}

/** A page of a list with every change that waits: what was added here stands on top. */
export function layPage(waiting: readonly Waiting<TaskChange>[], input: ListInput, page: Page<Task>): Page<Task> {
  const matches = matcher(input)
  const laid = page.items.map((task) => layTask(waiting, task))
  // What else a filter finds only the server knows.
  if (input.q) return { ...page, items: laid.filter(({ deletedAt }) => deletedAt === null || input.view === 'trash') }
  const items = laid.filter(matches)
  if (input.cursor) return { ...page, items }
  const there = new Set(page.items.map(({ id }) => id))
  const last = new Map(waiting.map(({ change }) => [change.task.id, change.task]))
  const more = [...last.values()].filter((task) => !there.has(task.id) && matches(task)).reverse()
  return { ...page, items: [...more, ...items] }
}

/** Whether a list shows a task. A step stands below its task alone. */
export function matcher({ view = 'open', projectId, status }: ListInput): (task: Task) => boolean {
  return (task) => {
    if (task.level === 6 || (projectId && task.projectId !== projectId)) return false
    if (status && task.status !== status) return false
    if (view === 'trash') return task.deletedAt !== null
    if (task.deletedAt !== null) return false
    const closed = task.status === 'done' || task.status === 'dropped'
    return view === 'all' || (view === 'done') === closed
  }
}
