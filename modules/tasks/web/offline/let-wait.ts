import type { QueryClient } from '@tanstack/react-query'
import { getTask, listSteps, listTasks, type Task, type TaskValues } from '#modules/tasks/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { stableJson } from '#base/stable-json.ts'
import { getConnection, setConnection } from '#ui/data/connection.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { valuesOf, withValues, type TaskChange } from './task-change.ts'
import { taskChanges } from './task-outbox.ts'

/** What is said of a change that waits. */
export const WAITS = 'On the server as soon as it can be reached.'

/** A task after a change, and whether the change waits in this browser. */
export interface Changed {
  task: Task
  waits: boolean
}

/**
 * Changes a task: at once where Daybook answers, else the change waits here and is made in its turn. `task` is what its
 * person saw when they changed it. Throws what the server says instead.
 */
export async function changeOrWait(task: Task, wanted: TaskValues, ask: () => Promise<Task>): Promise<Changed> {
  if (getConnection() === 'offline' || (await taskChanges.outbox.holds(task.id))) return letWait(task, wanted)
  try {
    return { task: await ask(), waits: false }
  } catch (error) {
    if (!isNetwork(error)) throw error
    // Where only the answer got lost, the change is there already and counts once.
    return letWait(task, wanted, error)
  }
}

/** Makes a new task in the same way. */
export async function addOrWait(
  wanted: () => Promise<Extract<TaskChange, { kind: 'line' | 'new' }>>,
  ask: (key: string) => Promise<Task>,
): Promise<Changed> {
  const key = crypto.randomUUID()
  try {
    if (getConnection() !== 'offline') return { task: await ask(key), waits: false }
  } catch (error) {
    if (!isNetwork(error)) throw error
  }
  const change = await wanted()
  const { task } = change
  const label = `New task: ${task.title}`
  const waiting = await taskChanges.outbox.add({ label, subject: task.id, makes: true, key, change })
  if (!waiting) throw ProblemError.network(new Error('This browser keeps nothing'))
  setConnection('offline')
  return { task, waits: true }
}

async function letWait(task: Task, wanted: TaskValues, error?: unknown): Promise<Changed> {
  const base = valuesOf(task, wanted)
  const after = withValues(task, wanted, new Date().toISOString())
  if (stableJson(base) === stableJson(wanted)) return { task, waits: true }
  const label = `${wordsOf(wanted)}: ${task.title}`
  const waiting = await taskChanges.outbox.add({
    label,
    subject: task.id,
    change: { kind: 'edit', base, wanted, task: after },
  })
  if (!waiting) throw error ?? ProblemError.network(new Error('This browser keeps nothing'))
  if (error) setConnection('offline')
  return { task: after, waits: true }
}

/** Shows a change that waits: what is on the screen is as it will be. */
export async function showChanged(cache: QueryClient, task: Task): Promise<void> {
  cache.setQueryData(operationKey(getTask, { id: task.id }), task)
  patchList<Task>(cache, listTasks, (row) => (row.id === task.id ? task : row))
  await Promise.all([refreshList(cache, listTasks), cache.invalidateQueries({ queryKey: operationKey(listSteps) })])
}

const isNetwork = (error: unknown): boolean => error instanceof ProblemError && error.problem.kind === 'network'

function wordsOf({ trashed, status, ...fields }: TaskValues): string {
  if (trashed !== undefined) return trashed ? 'To the trash' : 'Out of the trash'
  if (status === 'done') return 'Done'
  if (status !== undefined && Object.keys(fields).length === 0) return 'State'
  return 'Changed'
}
