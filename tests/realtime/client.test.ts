import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Connection, type ConnectionState } from '#client/connect.ts'
import { createInvoke } from '#client/invoke.ts'
import { reconnectDelay } from '#client/reconnect-delay.ts'
import { createToken, revokeToken } from '#modules/identity/contract.ts'
import type { Operations } from '#modules/registry/operations.ts'
import { createTask, getTask, listTasks } from '#modules/tasks/contract.ts'
import { openCuttingProxy } from './cutting-proxy.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

let realtime: RealtimeApp
beforeAll(async () => void (realtime = await openRealtimeApp()))
afterAll(() => realtime[Symbol.asyncDispose]())

const reach = (connection: Connection, state: ConnectionState) => expect.poll(() => connection.state).toBe(state)

describe('a connection', () => {
  it('calls by value and by name, and tells of events', async () => {
    const connection = connect<Operations>({ baseUrl: realtime.url, token: realtime.app.token })
    const told: string[] = []
    const caughtUp = Promise.withResolvers<number>()
    connection.subscribe({
      types: ['tasks.created'],
      onEvent: ({ event }) => told.push(event.subjectId),
      onCaughtUp: caughtUp.resolve,
    })
    await caughtUp.promise
    const made = await connection.call(createTask, { title: 'By value' })
    const found = await connection.invoke('tasks.get', { id: made.id })
    expect(found.title).toBe('By value')
    await expect.poll(() => told).toEqual([made.id])
    await expect(connection.call(getTask, { id: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'task-not-found',
    })
    connection.close()
    await expect(connection.call(listTasks, {})).rejects.toMatchObject({ code: 'not-reached' })
  })

  it('goes on where it was after every break, and repeats a call only when it has a key', async () => {
    let cutting = true
    await using proxy = await openCuttingProxy(realtime.listener.port, () => (cutting ? 5000 : Infinity))
    const connection = connect({ baseUrl: `http://127.0.0.1:${proxy.port}`, token: realtime.app.token })
    connection.onState((state) => state === 'waiting' && queueMicrotask(() => connection.wake()))
    const told: string[] = []
    connection.subscribe({ types: ['tasks.created'], onEvent: ({ event }) => told.push(event.subjectId) })
    await reach(connection, 'open')

    const made: string[] = []
    for (let n = 0; n < 60; n++) {
      const input = { title: `Task ${n}`, notes: 'z'.repeat(200) }
      made.push((await connection.call(createTask, input, { idempotencyKey: `break-${n}` })).id)
    }
    cutting = false
    await expect.poll(() => told).toEqual(made)
    expect(proxy.cuts).toBeGreaterThan(3)
    connection.close()
  })

  it('fails a call without a key that a break left unanswered', async () => {
    await using proxy = await openCuttingProxy(realtime.listener.port, () => 700)
    const connection = connect({ baseUrl: `http://127.0.0.1:${proxy.port}`, token: realtime.app.token })
    const calls = Array.from({ length: 20 }, () => connection.call(listTasks, { limit: 200 }))
    const outcomes = await Promise.allSettled(calls.slice(0, 20))
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'not-reached' })
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)
    connection.close()
  })

  it('is over when its token is', async () => {
    const { id, token } = await realtime.app.call(createToken, { name: 'Short' })
    const connection = connect({ baseUrl: realtime.url, token })
    await reach(connection, 'open')
    await realtime.app.call(revokeToken, { id })
    await reach(connection, 'signed-out')
    const later = connect({ baseUrl: realtime.url, token })
    await reach(later, 'signed-out')
  })

  it('begins anew, and says so, when its position is of no use', async () => {
    const connection = connect({ baseUrl: realtime.url, token: realtime.app.token })
    const resets = Promise.withResolvers<void>()
    const caughtUp = Promise.withResolvers<number>()
    connection.subscribe({ after: 1e9, onEvent() {}, onReset: resets.resolve, onCaughtUp: caughtUp.resolve })
    await resets.promise
    expect(await caughtUp.promise).toBeLessThan(1e9)
    connection.close()
  })
})

it('invokes by name over HTTP as over a socket', async () => {
  const invoke = createInvoke<Operations>({ baseUrl: realtime.url, token: realtime.app.token })
  const made = await invoke('tasks.create', { title: 'By name' })
  expect((await invoke('tasks.get', { id: made.id })).title).toBe('By name')
  await expect(invoke('tasks.get', { id: crypto.randomUUID() })).rejects.toMatchObject({ code: 'task-not-found' })
})

it('waits longer each time, at most half a minute, and never as long as everybody else', () => {
  const waits = [0, 1, 2, 6, 20].map((tries) => [reconnectDelay(tries, () => 0), reconnectDelay(tries, () => 1)])
  expect(waits).toEqual([
    [250, 500],
    [500, 1000],
    [1000, 2000],
    [15_000, 30_000],
    [15_000, 30_000],
  ])
})
