import {
  createProject,
  createTask,
  listTasks,
  listTaskVersions,
  type Task,
  type TaskValues,
} from '#modules/tasks/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { Window, type Kept } from './client.ts'
import { Ledger } from './ledger.ts'
import { openNetwork, type Network } from './network.ts'
import { chancesOf, type Chances } from './random.ts'

/** A clock that a schedule moves on. */
export interface Clock {
  now: number
}

/** What a schedule has to show. */
export interface Outcome {
  seed: number
  faults: string[]
  edits: number
  versions: number
}

interface Client {
  name: string
  network: Network
  kept: Kept
  window: Window
  skew: number
}

const STEPS = 22

/**
 * Two clients change the same tasks in a random order: online, offline and in between, with calls and answers that get
 * lost or come twice, windows that close in the middle and two windows at once. In the end both are online, and it is
 * seen that no edit is lost, that both show the same, and that nothing happened twice.
 */
export async function runSchedule(app: TestApp, clock: Clock, seed: number): Promise<Outcome> {
  const chances = chancesOf(seed)
  const ledger = new Ledger()
  const mark = `s${seed}`
  const made = new Set<string>()
  const projectId = (await app.call(createProject, { name: mark })).id
  for (let n = 0; n < 2; n++)
    made.add(
      (
        await app.call(createTask, {
          title: `${mark} begins ${n}`,
          projectId,
          labels: ['first'],
          notes: 'one\ntwo\nthree',
        })
      ).id,
    )

  const clients = ['a', 'b'].map((name) => openClient(app, clock, chances, { name, projectId }))
  for (const client of clients) await client.window.refresh()
  const longBreak = chances.percent(5) ? chances.below(STEPS) : -1
  for (let step = 0; step < STEPS; step++) {
    clock.now += 1000 + chances.below(60_000)
    if (step === longBreak) clock.now += 25 * 3_600_000
    const client = chances.of(clients)
    try {
      await act(client, { app, clock, chances, ledger, made, mark, step })
    } catch (error) {
      // What a person is told of is not lost: they know that it was not done.
      if (!isTold(error)) throw error
    }
  }
  for (const { network } of clients) Object.assign(network, { offline: false, calm: true })
  for (const { window } of [...clients, ...clients]) await window.outbox.run()
  return look(app, clients, { seed, ledger, made, mark, projectId })
}

interface Scene {
  app: TestApp
  clock: Clock
  chances: Chances
  ledger: Ledger
  made: Set<string>
  mark: string
  step: number
}

async function act(client: Client, scene: Scene): Promise<void> {
  const { chances, made, mark, step } = scene
  const { network, window } = client
  const roll = chances.below(100)
  if (roll < 14) return void (network.offline = !network.offline)
  if (roll < 24) return void (await window.outbox.run())
  if (roll < 34) return void (await window.refresh().catch(() => undefined))
  if (roll < 40) {
    const other = reopened(client, scene)
    return void (await Promise.all([window.outbox.run(), other.outbox.run()]))
  }
  if (roll < 46) {
    const work = chances.percent(50) ? window.outbox.run() : change(client, scene)
    for (let ticks = chances.below(12); ticks > 0; ticks--) await Promise.resolve()
    window.crash()
    await work.catch(() => undefined)
    client.window = reopened(client, scene)
    return
  }
  if (roll < 54) return void made.add((await window.add(`${mark} added ${step}`, 'UTC')).id)
  await change(client, scene)
}

/** One change of one task, as its person sees it. */
async function change({ window, name }: Client, { chances, ledger, mark, step }: Scene): Promise<void> {
  const tasks = (await window.tasks()).filter(({ title }) => title.startsWith(`${mark} `))
  const task = tasks.length > 0 ? chances.of(tasks) : undefined
  if (!task || (task.deletedAt !== null && chances.percent(60))) return
  const [wanted, make] = wish(window, task, `${name}${step}`, mark, chances)
  ledger.tries(task, wanted)
  ledger.wrote(task, wanted, await make())
}

function wish(
  window: Window,
  task: Task,
  word: string,
  mark: string,
  chances: Chances,
): [wanted: TaskValues, make: () => Promise<Task>] {
  if (task.deletedAt !== null) return [{ trashed: false }, () => window.move(task, 'back')]
  const roll = chances.below(100)
  if (roll < 10) return [{ trashed: true }, () => window.move(task, 'trash')]
  const closed = task.status === 'done' || task.status === 'dropped'
  if (roll < 22)
    return closed
      ? [{ status: 'next' }, () => window.move(task, 'open')]
      : [{ status: 'done' }, () => window.move(task, 'done')]
  const wanted = wantedOf(task, word, mark, chances)
  return [wanted, () => window.edit(task, wanted)]
}

function wantedOf(task: Task, word: string, mark: string, chances: Chances): TaskValues {
  const lines = task.notes.split('\n')
  const labels = task.labels.filter(() => chances.percent(80))
  const day = 1 + chances.below(28)
  return chances.of<TaskValues>([
    { title: `${mark} ${word}` },
    { title: `${mark} ${word}`, priority: chances.below(4) },
    { notes: [...lines, `line ${word}`].join('\n') },
    { notes: lines.map((line, n) => (n === 0 ? `first ${word}` : line)).join('\n') },
    { labels: [...labels, word] },
    { dueAt: new Date(Date.UTC(2027, chances.below(12), day, chances.below(24))).toISOString() },
    { estimateMin: chances.below(30), estimateMax: 30 + chances.below(60) },
    ...(task.status === 'done' ? [] : [{ status: chances.of(['next', 'doing', 'waiting'] as const) }]),
  ])
}

async function look(
  app: TestApp,
  clients: readonly Client[],
  scene: { seed: number; ledger: Ledger; made: Set<string>; mark: string; projectId: string },
): Promise<Outcome> {
  const { seed, ledger, made, mark, projectId } = scene
  const faults: string[] = []
  const all = [
    ...(await app.call(listTasks, { view: 'all', projectId, limit: 200 })).items,
    ...(await app.call(listTasks, { view: 'trash', projectId, limit: 200 })).items,
  ]
  const tasks = all.filter(({ title }) => title.startsWith(`${mark} `))
  const versions = new Map<string, Awaited<ReturnType<typeof versionsIn>>>()
  for (const { id } of tasks) versions.set(id, await versionsIn(app, id))
  for (const client of clients) {
    const { name, window } = client
    for (const { label, refused } of await window.outbox.all())
      faults.push(`${name} still has ${label}: ${refused?.code}`)
    await client.window.refresh()
    if (JSON.stringify(ofSchedule(await window.tasks(), mark)) !== JSON.stringify(ofSchedule(tasks, mark)))
      faults.push(`${name} shows something else than the server`)
  }
  for (const edit of ledger.lost(tasks, versions)) faults.push(`lost: ${JSON.stringify(edit)}`)
  const known = new Set(tasks.map(({ id }) => id))
  for (const id of made) if (!known.has(id)) faults.push(`the task ${id} is not there`)
  for (const { id, title } of tasks) if (!made.has(id)) faults.push(`nobody was told of "${title}"`)
  for (const { notes } of tasks) {
    const lines = notes.split('\n').filter((line) => line !== '')
    if (new Set(lines).size < lines.length) faults.push(`a line stands twice: ${JSON.stringify(notes)}`)
  }
  for (const kept of versions.values()) {
    const texts = kept.map(({ values }) => JSON.stringify(values))
    if (new Set(texts).size < texts.length) faults.push(`a version is kept twice: ${texts.join(' ')}`)
  }
  return { seed, faults, edits: ledger.edits.length, versions: [...versions.values()].flat().length }
}

const versionsIn = async (app: TestApp, taskId: string) => (await app.call(listTaskVersions, { taskId })).items

const ofSchedule = (tasks: readonly Task[], mark: string) =>
  tasks.filter(({ title }) => title.startsWith(`${mark} `)).sort((a, b) => (a.id < b.id ? -1 : 1))

function openClient(
  app: TestApp,
  clock: Clock,
  chances: Chances,
  { name, projectId }: { name: string; projectId: string },
): Client {
  const network = openNetwork(app, chances)
  const kept: Kept = { projectId, waiting: new Map(), tasks: [] }
  // The clock of a client may be wrong by some minutes.
  const skew = chances.percent(30) ? (chances.below(40) - 20) * 60_000 : 0
  return { name, network, kept, skew, window: new Window(network, kept, () => clock.now + skew) }
}

function reopened({ network, kept, skew }: Client, { clock }: Scene): Window {
  return new Window(network, kept, () => clock.now + skew)
}

function isTold(error: unknown): boolean {
  return error instanceof Error && 'problem' in error
}
