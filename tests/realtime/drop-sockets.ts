import { WebSocket } from 'ws'
import type { PlacedEvent } from '#contract/socket-frames.ts'
import { createTask, taskCreated } from '#modules/tasks/contract.ts'
import { openCuttingProxy } from './cutting-proxy.ts'
import type { RealtimeApp } from './realtime-app.ts'

export interface DropOptions {
  /** How many connections are broken in all. */
  drops: number
  /** The fewest events that happen meanwhile. */
  events: number
  subscribers: number
  writers: number
}

/** What subscribers saw of what happened while their connections broke. */
export interface DropReport {
  drops: number
  /** Those of them that were cut on the line, mostly within a frame. */
  cuts: number
  /** Events that happened. */
  events: number
  /** Events that a subscriber did not see, over all subscribers. */
  missed: number
  /** Events that a subscriber saw twice, or after a later one. */
  doubled: number
}

/** Breaks connections at random moments while tasks are made, and compares what came with what is stored. */
export async function dropSockets({ app, listener }: RealtimeApp, options: DropOptions): Promise<DropReport> {
  const shared: Shared = { left: options.drops, last: Infinity }
  const bytesUntilCut = () => (shared.left > 0 ? 200 + Math.floor(Math.random() ** 3 * 40_000) : Infinity)
  await using proxy = await openCuttingProxy(listener.port, bytesUntilCut)
  const start = await newestPosition(app)
  const subscribers = Array.from({ length: options.subscribers }, (_, n) =>
    follow({ port: n % 2 ? proxy.port : listener.port, token: app.token, isCut: n % 2 === 1, start }, shared),
  )

  let made = 0
  const write = async () => {
    while (shared.left > 0 || made < options.events) {
      await app.call(createTask, { title: `Task ${++made}` })
      // Some come alone, some in crowds.
      if (made % 7 === 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
    }
  }
  await Promise.all(Array.from({ length: options.writers }, write))
  await app.settle()
  const stored = await storedPositions(app, start)
  shared.last = stored.at(-1) ?? start
  const seen = await Promise.all(subscribers)

  return {
    drops: options.drops - shared.left,
    cuts: proxy.cuts,
    events: stored.length,
    missed: seen.reduce((sum, { positions }) => sum + stored.filter((position) => !positions.has(position)).length, 0),
    doubled: seen.reduce((sum, { doubled }) => sum + doubled, 0),
  }
}

interface Shared {
  left: number
  /** The position at which everybody may stop. */
  last: number
}

interface Seen {
  positions: Set<number>
  doubled: number
}

/** One subscriber: it comes back after each break with the last position it got, and with nothing else. */
async function follow(
  { port, token, isCut, start }: { port: number; token: string; isCut: boolean; start: number },
  shared: Shared,
): Promise<Seen> {
  const seen: Seen = { positions: new Set(), doubled: 0 }
  let last = start
  const take = ({ position }: PlacedEvent) => {
    if (position <= last) seen.doubled += 1
    last = position
    seen.positions.add(position)
  }
  while (last < shared.last) {
    // A line that is not cut is dropped by its client, as a process that is killed would.
    const lifetime = isCut ? 2000 : Math.random() * 80
    await connectOnce(`ws://127.0.0.1:${port}/ws`, token, last, lifetime, take, () => last >= shared.last)
    if (shared.left > 0) shared.left -= 1
  }
  return seen
}

function connectOnce(
  url: string,
  token: string,
  after: number,
  lifetime: number,
  take: (placed: PlacedEvent) => void,
  isDone: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, [], { headers: { authorization: `Bearer ${token}` } })
    let timer: ReturnType<typeof setTimeout> | undefined
    socket.on('open', () => {
      timer = setTimeout(() => socket.terminate(), lifetime)
      socket.send(JSON.stringify({ id: 1, subscribe: { types: [taskCreated.name], after }, batch: after % 2 === 0 }))
    })
    socket.on('message', (data) => {
      const frame = JSON.parse(data.toString()) as PlacedEvent & { events?: PlacedEvent[] }
      if (frame.events) frame.events.forEach(take)
      else if (frame.event) take(frame)
      if (isDone()) socket.terminate()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

async function newestPosition(app: RealtimeApp['app']): Promise<number> {
  return (await storedPositions(app, 0, null)).at(-1) ?? 0
}

async function storedPositions(app: RealtimeApp['app'], after: number, type: string | null = taskCreated.name) {
  const rows = await app.daybook.database.read(async (transaction) =>
    transaction.all('SELECT position, type FROM events WHERE position > ? ORDER BY position', after),
  )
  return rows.filter((row) => type === null || row.type === type).map((row) => Number(row.position))
}
