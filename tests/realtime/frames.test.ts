import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTask, listTasks } from '#modules/tasks/contract.ts'
import { openSocket } from './open-socket.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

let realtime: RealtimeApp
beforeAll(async () => {
  realtime = await openRealtimeApp({
    sockets: { calls: 4, subscriptions: 2, malformedFrames: 20, messageBytes: 4096 },
  })
})
afterAll(() => realtime[Symbol.asyncDispose]())

const open = () => openSocket(realtime.url, { token: realtime.app.token })

describe('a frame', () => {
  it.each([
    ['not JSON', null],
    ['"text"', null],
    ['[1]', null],
    ['null', null],
    ['{}', null],
    ['{"id":1}', 1],
    ['{"id":{},"call":"tasks.list"}', null],
    ['{"id":1.5,"call":"tasks.list"}', null],
    ['{"id":2,"call":"tasks.list","stop":true}', 2],
    ['{"id":3,"call":7}', 3],
    ['{"id":4,"call":"tasks.list","input":[]}', 4],
    ['{"id":5,"call":"tasks.list","nonsense":1}', 5],
    ['{"id":6,"stop":false}', 6],
    ['{"id":7,"subscribe":"tasks.*"}', 7],
    ['{"id":8,"__proto__":{"call":"tasks.list"}}', 8],
    [`{"id":9,"call":"tasks.list","input":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`, null],
  ])('that is not understood is answered, and the socket lives: %s', async (text, id) => {
    using socket = await open()
    socket.send(text)
    const { problem, ...rest } = await socket.next((frame) => frame.problem)
    expect(problem).toMatchObject({ code: 'malformed-frame', status: 400, requestId: expect.any(String) })
    expect(rest).toEqual({ id })
    expect((await socket.ask({ id: 'after', call: listTasks.name })).ok).toBeDefined()
  })

  it('may hold any text, also what no one can see', async () => {
    using socket = await open()
    for (const title of ['ünïcode 🦊', '\ud800 alone', '\u2028', '"\\']) {
      const { ok, problem } = await socket.ask({ id: title, call: createTask.name, input: { title } })
      expect(ok?.title ?? problem?.code).toBeDefined()
    }
  })

  it('that sets a prototype is refused as any unknown member is', async () => {
    using socket = await open()
    socket.send('{"id":1,"call":"tasks.create","input":{"title":"a","__proto__":{"x":1}}}')
    expect((await socket.next(({ id }) => id === 1)).problem.code).toBe('invalid-input')
  })

  it('that is not text or too large ends the socket', async () => {
    using binary = await open()
    binary.socket.send(Buffer.from('{}'))
    expect((await binary.closed).code).toBe(1003)
    using large = await open()
    large.send({ id: 1, call: createTask.name, input: { title: 'x'.repeat(5000) } })
    expect((await large.closed).code).toBe(1009)
  })

  it('after frame that is not understood ends the socket', async () => {
    using socket = await open()
    for (let n = 0; n < 20; n++) socket.send('nonsense')
    expect((await socket.closed).code).toBe(1008)
  })
})

describe('on one socket', () => {
  it('only so many calls are under way', async () => {
    using socket = await open()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, id) => socket.ask({ id, call: createTask.name, input: { title: `${id}` } })),
    )
    const codes = answers.map(({ problem }) => problem?.code)
    expect(codes.filter((code) => code === undefined).length).toBeGreaterThanOrEqual(4)
    expect(new Set(codes)).toEqual(new Set([undefined, 'too-many-calls']))
  })

  it('only so many subscriptions are open', async () => {
    using socket = await open()
    await socket.ask({ id: 1, subscribe: {} })
    await socket.ask({ id: 2, subscribe: {} })
    expect((await socket.ask({ id: 3, subscribe: {} })).problem.code).toBe('too-many-subscriptions')
    await socket.ask({ id: 1, stop: true })
    await expect.poll(async () => (await socket.ask({ id: 4, subscribe: {} })).caughtUp).toEqual(expect.any(Number))
  })
})

describe('a subscription', () => {
  it('goes on after a position, and says when it has caught up', async () => {
    using socket = await open()
    const { caughtUp } = await socket.ask({ id: 0, subscribe: {} })
    for (const title of ['One', 'Two', 'Three']) await realtime.app.call(createTask, { title })
    await realtime.app.settle()
    const again = await socket.ask({ id: 'again', subscribe: { types: ['tasks.created'], after: caughtUp } })
    const events = socket.frames.filter(({ id, event }) => id === 'again' && event)
    expect(events).toHaveLength(3)
    expect(events.map(({ position }) => position)).toEqual(
      events.map(({ position }) => position).toSorted((a, b) => a - b),
    )
    expect(again.caughtUp).toBeGreaterThanOrEqual(events.at(-1).position)
    // All of them again, and all in one frame.
    await socket.ask({ id: 0, stop: true })
    const batch = await socket.ask({ id: 'b', subscribe: { types: ['tasks.*'], after: caughtUp }, batch: true })
    expect(batch.caughtUp).toBe(again.caughtUp)
    expect(socket.frames.find(({ id }) => id === 'b').events.map(({ position }: any) => position)).toEqual(
      events.map(({ position }) => position),
    )
  })

  it.each([
    [{ types: ['tasks.nonsense'] }, 'event-type-not-found'],
    [{ types: ['nonsense.*'] }, 'event-type-not-found'],
    [{ after: 1e9 }, 'position-ahead'],
    [{ after: -1 }, 'invalid-input'],
    [{ types: 'tasks.created' }, 'invalid-input'],
    [{ nonsense: 1 }, 'invalid-input'],
  ])('is refused what is not there: %o', async (subscribe, code) => {
    using socket = await open()
    expect((await socket.ask({ id: 1, subscribe })).problem.code).toBe(code)
    // Its id and its place are free again.
    expect((await socket.ask({ id: 2, subscribe: {} })).caughtUp).toEqual(expect.any(Number))
  })
})
