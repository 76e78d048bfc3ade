import { uuidv7 } from '#base/ids.ts'
import {
  completeTask,
  deleteTask,
  listTasks,
  quickAddTask,
  reopenTask,
  restoreTask,
  type Task,
  type TaskValues,
} from '#modules/tasks/contract.ts'
import { blankTask } from '#modules/tasks/web/offline/new-task.ts'
import { layPage, matcher } from '#modules/tasks/web/offline/lay.ts'
import { valuesOf, type TaskChange } from '#modules/tasks/web/offline/task-change.ts'
import { mergeNow, sendChange, TaskChanges, type Changed } from '#modules/tasks/web/offline/task-changes.ts'
import { Outbox } from '#ui/outbox/outbox.ts'
import type { Waiting } from '#ui/outbox/waiting.ts'
import type { Network } from './network.ts'

/** What a browser keeps through a reload and a crash. */
export interface Kept {
  /** The one project that its pages show. */
  projectId: string
  waiting: Map<string, string>
  tasks: Task[]
}

/** One window of a client: the real outbox and the real way of changing tasks, over what its browser keeps. */
export class Window {
  readonly outbox: Outbox<TaskChange>
  readonly #network: Network
  readonly #kept: Kept
  readonly #changes: TaskChanges
  readonly #now: () => number
  #gone = false

  constructor(network: Network, kept: Kept, now: () => number) {
    this.#network = network
    this.#kept = kept
    this.#now = now
    this.outbox = new Outbox<TaskChange>({
      store: {
        get: async (place) => read(kept.waiting.get(place)),
        put: async (place, waiting) => (this.#gone ? false : (kept.waiting.set(place, JSON.stringify(waiting)), true)),
        // A window that is gone writes nothing any more, whatever the server has done for it.
        remove: async (place) => void (this.#gone || kept.waiting.delete(place)),
        all: async () => [...kept.waiting].map(([place, text]) => [place, read(text)!]),
      },
      // Two windows at once: as where a browser has no locks.
      alone: (work) => work(),
      send: async (change, waiting) => void (await sendChange(network.api, change, waiting)),
      now,
      tell: () => undefined,
    })
    this.#changes = new TaskChanges({
      outbox: this.outbox,
      isOffline: () => network.offline,
      sawOffline: () => undefined,
      now,
    })
  }

  /** The window is closed, or its browser breaks down, in the middle of whatever it does. */
  crash(): void {
    this.#gone = true
  }

  /** Every task as this window shows it. */
  async tasks(): Promise<Task[]> {
    const waiting = await this.outbox.all()
    const page = { items: this.#kept.tasks, next: null }
    const open = layPage(waiting, { view: 'all' }, { ...page, items: page.items.filter(matcher({ view: 'all' })) })
    const trash = layPage(waiting, { view: 'trash' }, { ...page, items: page.items.filter(matcher({ view: 'trash' })) })
    const all = [...open.items, ...trash.items]
    return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index)
  }

  /** Reads the lists, as a page does when it is looked at. */
  async refresh(): Promise<void> {
    const { api } = this.#network
    const { projectId } = this.#kept
    const all = await api.call(listTasks, { view: 'all', projectId, limit: 200 })
    const trash = await api.call(listTasks, { view: 'trash', projectId, limit: 200 })
    this.#kept.tasks = [...all.items, ...trash.items]
  }

  async add(title: string, zone: string): Promise<Task> {
    const id = uuidv7()
    const at = new Date().toISOString()
    const { projectId } = this.#kept
    const input = { id, text: title, literal: [title], zone, locale: 'en', projectId }
    const ask = (idempotencyKey: string) => this.#network.api.call(quickAddTask, input, { idempotencyKey })
    const change = async () => ({ kind: 'line' as const, input, task: { ...blankTask(id, title, at), projectId } })
    return this.#saw(await this.#changes.add(ask, change))
  }

  async edit(task: Task, wanted: TaskValues): Promise<Task> {
    const { api } = this.#network
    const base = valuesOf(task, wanted)
    const ask = async (changeId: string) =>
      (await mergeNow(api, { task, wanted, base, changeId, at: this.#now() })).task
    return this.#saw(await this.#changes.change(task, wanted, ask))
  }

  async move(task: Task, to: keyof typeof MOVES): Promise<Task> {
    const { id } = task
    const [command, wanted] = MOVES[to]
    return this.#saw(await this.#changes.change(task, wanted, () => this.#network.api.call(command, { id })))
  }

  /** What the server said is kept; what waits lies over it. */
  #saw({ task, waits }: Changed): Task {
    if (!this.#gone && !waits) this.#kept.tasks = [task, ...this.#kept.tasks.filter(({ id }) => id !== task.id)]
    return task
  }
}

const MOVES = {
  done: [completeTask, { status: 'done' }],
  open: [reopenTask, { status: 'next' }],
  trash: [deleteTask, { trashed: true }],
  back: [restoreTask, { trashed: false }],
} as const

const read = (text: string | undefined) => (text === undefined ? undefined : (JSON.parse(text) as Waiting<TaskChange>))
