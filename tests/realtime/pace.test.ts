import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { appendEvents } from '#kernel/events/event-store.ts'
import { createTask, getTask, taskCreated } from '#modules/tasks/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { openSocket } from './open-socket.ts'
import { openRawSocket, type RawSocket } from './raw-socket.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

/** Stores many events at once; no record has to be there for them to be told. */
async function storeEvents(app: TestApp, count: number): Promise<void> {
  const { id: personId, workspaceId } = app.owner
  await app.daybook.database.write(async (transaction) => {
    const events = Array.from({ length: count }, () => ({ type: taskCreated.name, data: { id: uuidv7() }, personId }))
    await appendEvents(transaction, events, { workspaceId, actorId: personId, at: Date.now() })
  })
  app.daybook.kernel.services.dispatcher.wake()
  await app.settle()
}

describe('a caller that reads slowly', () => {
  it('gets a long past at its own pace, and all of it', async () => {
    // All of it at once would be cut off: it is more than the system keeps on the way and what may wait here.
    await using realtime = await openRealtimeApp({ sockets: { maxBufferedBytes: 400_000, highWaterBytes: 100_000 } })
    await storeEvents(realtime.app, 16_000)
    using socket = await openRawSocket(realtime.url, realtime.app.token)
    socket.send({ id: 1, subscribe: { types: [taskCreated.name], after: 0 } })
    // Meanwhile others are served.
    using other = await openSocket(realtime.url, { token: realtime.app.token })
    for (let id = 0; id < 20; id++) await other.ask({ id, call: createTask.name, input: { title: `${id}` } })
    expect(socket.read().texts).toEqual([])

    socket.stream.resume()
    await expect.poll(() => socket.read().texts.length, { timeout: 20_000 }).toBeGreaterThan(16_020)
    const positions = socket
      .read()
      .texts.map((text) => JSON.parse(text).position)
      .filter((position) => position !== undefined)
    expect(positions).toHaveLength(16_020)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(new Set(positions).size).toBe(16_020)
  }, 90_000)

  it('is cut off when answers pile up, and told why', async () => {
    await using realtime = await openRealtimeApp({ sockets: { maxBufferedBytes: 300_000 } })
    using socket = await openRawSocket(realtime.url, realtime.app.token)
    await askForMuch(realtime, socket)
    await expect.poll(() => realtime.sockets.open).toBe(0)
    socket.stream.resume()
    await once(socket.stream, 'close')
    expect(socket.read().code).toBe(1013)
  })

  it('is cut off when it reads nothing for too long', async () => {
    await using realtime = await openRealtimeApp({ sockets: { stallMilliseconds: 50 } })
    using socket = await openRawSocket(realtime.url, realtime.app.token)
    await askForMuch(realtime, socket)
    await expect.poll(() => realtime.sockets.open).toBe(0)
    socket.stream.resume()
    await once(socket.stream, 'close')
    expect(socket.read().code).toBe(1013)
  })
})

/** Asks for large answers, more than the system itself keeps on the way, until the socket is closed. */
async function askForMuch({ app, sockets }: RealtimeApp, socket: RawSocket): Promise<void> {
  const { id: task } = await app.call(createTask, { title: 'Large', notes: 'y'.repeat(100_000) })
  for (let id = 0; sockets.open > 0 && id < 400; id++) {
    socket.send({ id, call: getTask.name, input: { id: task } })
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('a heartbeat', () => {
  it('keeps who answers and gives up who does not', async () => {
    await using realtime = await openRealtimeApp({ sockets: { heartbeatMilliseconds: 40 } })
    using alive = await openSocket(realtime.url, { token: realtime.app.token })
    using dead = await openRawSocket(realtime.url, realtime.app.token)
    expect(realtime.sockets.open).toBe(2)
    let pings = 0
    alive.socket.on('ping', () => (pings += 1))
    dead.stream.resume()
    await once(dead.stream, 'close')
    await expect.poll(() => pings).toBeGreaterThan(4)
    expect(alive.socket.readyState).toBe(alive.socket.OPEN)
    expect(realtime.sockets.open).toBe(1)
  })

  it('says how far a quiet subscription is, so that it need not begin far back', async () => {
    await using realtime = await openRealtimeApp({ sockets: { heartbeatMilliseconds: 40 } })
    using socket = await openSocket(realtime.url, { token: realtime.app.token })
    const { caughtUp } = await socket.ask({ id: 1, subscribe: { types: ['tasks.deleted'] } })
    await storeEvents(realtime.app, 3)
    expect((await socket.next((frame) => frame.caughtUp > caughtUp)).caughtUp).toBe(caughtUp + 3)
  })
})
