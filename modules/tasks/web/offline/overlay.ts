import { getAgenda, getBoard, getTask, listBranches, listSteps, listTasks, type Task } from '#modules/tasks/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { keptAnswers, type Overlay } from '#ui/data/kept-answers.ts'
import type { Page } from '#ui/data/use-cursor-list.ts'
import type { Waiting } from '#ui/outbox/waiting.ts'
import { layPage, layTask, matcher, type ListInput } from './lay.ts'
import { layAgenda, layBoard, layBranches } from './lay-views.ts'
import type { TaskChange } from './task-change.ts'
import { taskOutbox } from './task-outbox.ts'

/** Lays tasks that were added and changed offline over what the server says of tasks. */
export const overlay: Overlay = {
  async lay(name, input, output) {
    const waiting = await taskOutbox.outbox.all()
    if (waiting.length === 0) return output
    if (name === getTask.name) return layTask(waiting, output as Task)
    if (name === listTasks.name) return layPage(waiting, input as ListInput, output as Page<Task>)
    if (name === getBoard.name) return layBoard(waiting, input, output)
    if (name === getAgenda.name) return layAgenda(waiting, output)
    if (name === listBranches.name) return layBranches(waiting, output)
    if (name === listSteps.name) return { items: (output as { items: Task[] }).items.flatMap(notTrashed(waiting)) }
    return output
  },
  async find(name, input, error) {
    const waiting = await taskOutbox.outbox.all()
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
      const kept = [...(await knownTasks()).values()]
      // Nothing is known, which is not the same as that there is nothing.
      if (kept.length + waiting.length === 0) return undefined
      const known = kept.map((task) => layTask(waiting, task))
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
