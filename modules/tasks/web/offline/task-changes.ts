import { createTask, mergeTask, quickAddTask, type Task, type TaskValues } from '#modules/tasks/contract.ts'
import type { Client } from '#client/client.ts'
import { ProblemError } from '#client/problem-error.ts'
import { uuidv7 } from '#base/ids.ts'
import { stableJson } from '#base/stable-json.ts'
import type { Outbox } from '#ui/outbox/outbox.ts'
import type { Waiting } from '#ui/outbox/waiting.ts'
import { valuesOf, withValues, type TaskChange } from './task-change.ts'

/** What changing tasks with and without the server stands on. */
export interface TaskChangesPorts {
  outbox: Outbox<TaskChange>
  isOffline: () => boolean
  /** Nobody answered just now. */
  sawOffline: () => void
  now: () => number
}

/** A task after a change, and whether the change waits in this browser. */
export interface Changed {
  task: Task
  waits: boolean
}

type NewTask = Extract<TaskChange, { kind: 'line' | 'new' }>

/** Tasks are changed at once where Daybook answers; else what was done waits here and is made in its turn. */
export class TaskChanges {
  readonly #ports: TaskChangesPorts

  constructor(ports: TaskChangesPorts) {
    this.#ports = ports
  }

  /**
   * Changes a task; `task` is what its person saw when they did, and the id names the change, so that it counts once
   * where only its answer gets lost. Throws what the server says instead.
   */
  async change(task: Task, wanted: TaskValues, ask: (changeId: string) => Promise<Task>): Promise<Changed> {
    const { isOffline, outbox } = this.#ports
    const changeId = uuidv7()
    // What waits comes first: each change is based on the one before.
    if (isOffline() || (await outbox.holds(task.id))) return this.#letWait(task, wanted, changeId)
    try {
      return { task: await ask(changeId), waits: false }
    } catch (error) {
      if (!isNetwork(error)) throw error
      return this.#letWait(task, wanted, changeId, error)
    }
  }

  /** Makes a new task; what it will be is asked for where it has to wait. */
  async add(ask: (key: string) => Promise<Task>, wanted: () => Promise<NewTask>): Promise<Changed> {
    const { isOffline, outbox, sawOffline } = this.#ports
    const key = crypto.randomUUID()
    try {
      if (!isOffline()) return { task: await ask(key), waits: false }
    } catch (error) {
      if (!isNetwork(error)) throw error
    }
    const change = await wanted()
    const { task } = change
    const label = `New task: ${task.title}`
    if (!(await outbox.add({ label, subject: task.id, makes: true, key, change }))) throw nothingKept()
    sawOffline()
    return { task, waits: true }
  }

  async #letWait(task: Task, wanted: TaskValues, place: string, error?: unknown): Promise<Changed> {
    const { now, outbox, sawOffline } = this.#ports
    const base = valuesOf(task, wanted)
    if (stableJson(base) === stableJson(wanted)) return { task, waits: true }
    const after = withValues(task, wanted, new Date(now()).toISOString())
    const change: TaskChange = { kind: 'edit', base, wanted, task: after }
    const label = `${wordsOf(wanted)}: ${task.title}`
    if (!(await outbox.add({ place, label, subject: task.id, change }))) throw error ?? nothingKept()
    if (error) sawOffline()
    return { task: after, waits: true }
  }
}

/** Makes a change that waited; the answer is the task, and what lost its place where it was changed in two places. */
export async function sendChange(api: Client, change: TaskChange, { key, place, at }: Waiting<TaskChange>) {
  const options = { idempotencyKey: key }
  if (change.kind === 'line') return { task: await api.call(quickAddTask, change.input, options), kept: [] }
  if (change.kind === 'new') return { task: await api.call(createTask, change.input, options), kept: [] }
  const { base, wanted, task } = change
  const madeAt = new Date(at).toISOString()
  return api.call(mergeTask, { id: task.id, changeId: place, madeAt, base, ...wanted }, options)
}

/**
 * Makes a change of fields while its person looks on: where somebody else changed the same field meanwhile, what they
 * wrote holds and is shown, and this is kept. `base` is what the fields said; without it nothing is taken for granted.
 */
export function mergeNow(
  api: Client,
  change: { task: Task; wanted: TaskValues; base: TaskValues; changeId: string; at?: number },
) {
  const { task, wanted, base, changeId, at = Date.now() } = change
  const madeAt = new Date(at).toISOString()
  return api.call(mergeTask, { id: task.id, changeId, madeAt, base, yields: true, ...wanted })
}

const isNetwork = (error: unknown): boolean => error instanceof ProblemError && error.problem.kind === 'network'
const nothingKept = () => ProblemError.network(new Error('This browser keeps nothing'))

function wordsOf({ trashed, status, ...fields }: TaskValues): string {
  if (trashed !== undefined) return trashed ? 'To the trash' : 'Out of the trash'
  if (status === 'done') return 'Done'
  if (status !== undefined && Object.keys(fields).length === 0) return 'State'
  return 'Changed'
}
