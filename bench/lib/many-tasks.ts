import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { atRest } from './at-rest.ts'
import { rounded } from './check.ts'
import type { DaybookProcess } from './daybook-process.ts'
import { say } from './say.ts'

const DAY = 86_400_000
const AT_ONCE = 64
const PROJECTS = 40
/** Of a hundred tasks so many are done; the others are open. */
const DONE_OF_HUNDRED = 15

const OPEN = ['inbox', 'inbox', 'inbox', 'next', 'next', 'next', 'waiting', 'waiting', 'doing'] as const
const VERBS = ['Call', 'Write to', 'Pay', 'Ask', 'Plan', 'Fix', 'Order', 'Read', 'Review', 'Clean', 'Draft', 'Send']
const THINGS = [
  'the invoice',
  'the report',
  'the garden',
  'Ada',
  'the landlord',
  'the slides',
  'the bicycle',
  'a quote',
]
const RARE = ['walrus', 'zeppelin', 'marzipan', 'didgeridoo', 'kumquat']

/** Makes tasks as programs do, over HTTP, with all that filters ask for; waits until they are found by search too. */
export async function fillTasks(daybook: DaybookProcess, count: number, folder: string): Promise<void> {
  const done = join(folder, 'filled')
  if (existsSync(done)) return
  const started = performance.now()
  const projects = await inTurn(PROJECTS, (n) => daybook.call<Made>('POST', '/projects', { name: `Project ${n}` }))
  const random = randomOf(7)
  const bodies = Array.from({ length: count }, (_, n) => taskOf(n, random, projects))
  await inTurn(count, async (n) => {
    const { id } = await daybook.call<Made>('POST', '/tasks', bodies[n])
    if (n % 100 < DONE_OF_HUNDRED) await daybook.call('POST', `/tasks/${id}/complete`)
  })
  await atRest(daybook)
  say(`${count} tasks made in ${rounded((performance.now() - started) / 1000)} s`)
  await writeFile(done, '')
}

interface Made {
  id: string
}

/** Runs so many calls, some of them at once; answers in their order. */
export async function inTurn<T>(count: number, call: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  let next = 0
  const work = async () => {
    for (let n = next++; n < count; n = next++) answers[n] = await call(n)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}

function taskOf(n: number, random: () => number, projects: Made[]) {
  const some = (share: number) => random() < share
  const day = (from: number, days: number) => new Date(Date.now() + (from + random() * days) * DAY)
  const minutes = 5 * (1 + Math.floor(random() * 40))
  return {
    title: `${pick(VERBS, random)} ${pick(THINGS, random)} ${n}${some(0.0005) ? ` ${pick(RARE, random)}` : ''}`,
    notes: some(0.3) ? `About ${pick(THINGS, random)}. ${'Some words that say more. '.repeat(1 + random() * 12)}` : '',
    status: pick(OPEN, random),
    priority: some(0.6) ? 0 : 1 + Math.floor(random() * 3),
    dueAt: some(0.4) ? day(-30, 400).toISOString() : null,
    startOn: some(0.1) ? day(-30, 120).toISOString().slice(0, 10) : null,
    deadlineOn: some(0.05) ? day(0, 300).toISOString().slice(0, 10) : null,
    ...(some(0.5) && { estimateMin: minutes, estimateMax: minutes * 2 }),
    energy: some(0.3) ? 1 + Math.floor(random() * 3) : null,
    projectId: some(0.6) ? projects[Math.floor(random() ** 2 * projects.length)]!.id : null,
    // Few labels are on many tasks, most are on few.
    labels: some(0.5) ? [`label${Math.floor(random() ** 4 * 60)}`, ...(some(0.3) ? ['errand'] : [])] : [],
  }
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!
}

/** Mulberry32: the same numbers each time. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
