import { getTask, listSteps, listTasks, type Task } from '#modules/tasks/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { keptAnswers, type Overlay } from '#ui/data/kept-answers.ts'
import type { Page } from '#ui/data/use-cursor-list.ts'
import type { Waiting } from '#ui/outbox/waiting.ts'
import { withValues, type TaskChange } from './task-change.ts'
import { taskChanges } from './task-outbox.ts'

/** Lays tasks that were added and changed offline over what the server says of tasks. */
export const overlay: Overlay = {
  async lay(name, input, output) {
    const waiting = await taskChanges.outbox.all()
    if (waiting.length === 0) return output
    if (name === getTask.name) return layTask(waiting, output as Task)
    if (name === listTasks.name) return layPage(waiting, input as ListInput, output as Page<Task>)
    if (name === listSteps.name) return { items: (output as { items: Task[] }).items.flatMap(notTrashed(waiting)) }
    return output
  },
  async find(name, input, error) {
    const waiting = await taskChanges.outbox.all()
    const offline = error instanceof ProblemError && error.problem.kind === 'network'
    const isNew = (id: string) => waiting.some(({ subject, makes }) => makes && subject === id)
    if (name === getTask.name) {
      const { id } = input as { id: string }
      if (!offline && !isNew(id)) return undefined
      const last = waiting.findLast(({ subject }) => subject === id)?.change.task
      const known = (await knownTasks()).get(id)
      return known ? layTask(waiting, known) : last
    }
    if (name === listTasks.name) {
      const { q, cursor } = input as ListInput
      // What a filter finds only the server knows.
      if (!offline || q || cursor) return undefined
      const known = [...(await knownTasks()).values()].map((task) => layTask(waiting, task))
      return layPage(waiting, input as ListInput, { items: known.filter(matcher(input as ListInput)), next: null })
    }
    // Below a task that only this browser has there is nothing yet.
    if (name === listSteps.name && isNew((input as { taskId: string }).taskId)) return { items: [] }
    return undefined
  },
}

const notTrashed = (waiting: readonly Waiting<TaskChange>[]) => (task: Task) => {
  const laid = layTask(waiting, task)
  return laid.deletedAt === null ? [laid] : []
}

interface ListInput {
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

function layPage(waiting: readonly Waiting<TaskChange>[], input: ListInput, page: Page<Task>): Page<Task> {
  const matches = matcher(input)
  const items = page.items.map((task) => layTask(waiting, task)).filter(matches)
  if (input.q || input.cursor) return { ...page, items }
  const there = new Set(page.items.map(({ id }) => id))
  const last = new Map(waiting.map(({ change }) => [change.task.id, change.task]))
  const more = [...last.values()].filter((task) => !there.has(task.id) && matches(task)).reverse()
  return { ...page, items: [...more, ...items] }
}

/** Whether a list shows a task. A step stands below its task alone. */
function matcher({ view = 'open', projectId, status }: ListInput): (task: Task) => boolean {
  return (task) => {
    if (task.level === 6 || (projectId && task.projectId !== projectId)) return false
    if (status && task.status !== status) return false
    if (view === 'trash') return task.deletedAt !== null
    if (task.deletedAt !== null) return false
    const closed = task.status === 'done' || task.status === 'dropped'
    return view === 'all' || (view === 'done') === closed
  }
}

/** Every task that an answer in this browser shows, as the newest of them says. */
async function knownTasks(): Promise<Map<string, Task>> {
  const lists = await keptAnswers<Page<Task>>(listTasks.name)
  const single = await keptAnswers<Task>(getTask.name)
  const tasks = new Map<string, Task>()
  for (const task of [...lists.flatMap(({ output }) => output.items), ...single.map(({ output }) => output)]) {
    const known = tasks.get(task.id)
    if (!known || known.rev < task.rev) tasks.set(task.id, task)
  }
  return new Map([...tasks].sort(([a], [b]) => (a < b ? 1 : -1)))
}
