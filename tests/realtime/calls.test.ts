import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { createUpload, getJob, listAudit, watchEvents } from '#kernel/builtin/contract.ts'
import { createToken } from '#modules/identity/contract.ts'
import { createTask, getTask, listTasks, updateTask } from '#modules/tasks/contract.ts'
import { openSocket, type TestSocket } from './open-socket.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

let realtime: RealtimeApp
let socket: TestSocket
beforeAll(async () => {
  realtime = await openRealtimeApp()
  socket = await openSocket(realtime.url, { token: realtime.app.token })
})
afterAll(async () => {
  socket[Symbol.dispose]()
  await realtime[Symbol.asyncDispose]()
})

let count = 0
const call = (name: string, input?: unknown, more: object = {}) =>
  socket.ask({ id: `call ${++count}`, call: name, ...(input !== undefined && { input }), ...more })

describe('a call', () => {
  it('is answered, and tells a subscriber what it did', async () => {
    expect(await socket.ask({ id: 's', subscribe: { types: ['tasks.created'] } })).toEqual({
      id: 's',
      caughtUp: expect.any(Number),
    })
    const { ok } = await call(createTask.name, { title: 'By socket' })
    expect(ok).toMatchObject({ title: 'By socket', rev: 1 })
    expect(await socket.next((frame) => frame.id === 's' && frame.event)).toEqual({
      id: 's',
      position: expect.any(Number),
      event: expect.objectContaining({ type: 'tasks.created', subjectId: ok.id, actorId: realtime.app.owner.id }),
    })
  })

  it('is told as from /ws in the audit, with the request id of its refusal', async () => {
    const { problem } = await call(getTask.name, { id: uuidv7() })
    expect(problem).toMatchObject({ code: 'task-not-found', status: 404, requestId: expect.any(String) })
    const { items } = await realtime.app.call(listAudit, { limit: 5 })
    expect(items[0]).toMatchObject({ operation: 'tasks.create', surface: 'ws' })
  })

  it('is refused as everywhere: by name, by member, by revision', async () => {
    expect((await call('tasks.nonsense')).problem.code).toBe('operation-not-found')
    expect((await call('identity.ensure-owner', {})).problem.code).toBe('operation-not-found')
    expect((await call(createTask.name, { nonsense: 1 })).problem.errors).toContainEqual(
      expect.objectContaining({ pointer: '/nonsense' }),
    )
    const { ok } = await call(createTask.name, { title: 'Twice' })
    await call(updateTask.name, { id: ok.id, rev: 1, title: 'Once more' })
    expect((await call(updateTask.name, { id: ok.id, rev: 1, title: 'Too late' })).problem.code).toBe('stale-revision')
  })

  it('of raw HTTP is refused, and the refusal names the route', async () => {
    expect((await call(createUpload.name, { name: 'a' })).problem).toMatchObject({
      code: 'not-over-socket',
      status: 415,
      detail: expect.stringContaining('POST /uploads'),
    })
  })

  it('with a key does its work once', async () => {
    const input = { title: 'With a key' }
    const first = await call(createTask.name, input, { idempotencyKey: 'key-1' })
    expect((await call(createTask.name, input, { idempotencyKey: 'key-1' })).ok).toEqual(first.ok)
    expect((await call(createTask.name, { title: 'Other' }, { idempotencyKey: 'key-1' })).problem.code).toBe(
      'idempotency-key-reused',
    )
    expect((await call(createTask.name, input, { idempotencyKey: 'two words' })).problem.code).toBe(
      'bad-idempotency-key',
    )
  })

  it('waits for no other: many are answered on one socket', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        call(n % 2 ? createTask.name : listTasks.name, n % 2 ? { title: `${n}` } : {}),
      ),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
  })

  it('may not take the id of one that has not ended', async () => {
    await socket.ask({ id: 'twin', subscribe: {} })
    socket.send({ id: 'twin', call: listTasks.name })
    const { problem } = await socket.next((frame) => frame.id === 'twin' && frame.problem)
    expect(problem.code).toBe('already-in-use')
    socket.send({ id: 'twin', stop: true })
    await socket.next((frame) => frame.id === 'twin' && frame.stopped)
    socket.send({ id: 'twin', call: listTasks.name })
    expect((await socket.next((frame) => frame.id === 'twin' && frame.ok)).ok.items).toBeInstanceOf(Array)
  })

  it('does no more than its token may', async () => {
    const { token } = await realtime.app.call(createToken, { name: 'Reader', scopes: ['tasks:read'] as never })
    using reader = await openSocket(realtime.url, { token })
    expect((await reader.ask({ id: 1, call: listTasks.name })).ok.items).toBeInstanceOf(Array)
    expect((await reader.ask({ id: 2, call: createTask.name, input: { title: 'No' } })).problem.code).toBe(
      'not-allowed',
    )
  })
})

describe('a stream', () => {
  it('yields items until it is stopped', async () => {
    const { id } = await startJob()
    const frames = socket.frames.length
    await socket.ask({ id: 'watch', call: 'jobs.watch', input: { id } })
    const seen = socket.frames.slice(frames).filter((frame) => frame.id === 'watch')
    expect(seen.at(-1)).toEqual({ id: 'watch', done: true })
    expect(seen[0].item).toMatchObject({ id })
  })

  it('of events is one too, and ends when it is stopped', async () => {
    socket.send({ id: 'events', call: watchEvents.name, input: { types: ['tasks.*'] } })
    expect((await socket.next(({ id }) => id === 'events')).item).toEqual({ caughtUp: expect.any(Number) })
    await call(createTask.name, { title: 'Streamed' })
    expect((await socket.next(({ id, item }) => id === 'events' && item?.event)).item.event.type).toBe('tasks.created')
    expect(await socket.ask({ id: 'events', stop: true })).toEqual({ id: 'events', stopped: true })
    socket.send({ id: 'events', stop: true })
    expect((await socket.next(({ id, problem }) => id === 'events' && problem)).problem.code).toBe('nothing-to-stop')
  })

  it('is refused before its first item', async () => {
    expect((await call('jobs.watch', { id: uuidv7() })).problem.code).toBe('job-not-found')
  })
})

/** A job that ends at once: an import of a file that holds no mail. */
async function startJob(): Promise<{ id: string }> {
  const response = await realtime.app.fetch('/api/v1/uploads?name=a.eml', { method: 'POST', body: 'Subject: a\n\nb' })
  const upload = (await response.json()) as { id: string }
  const { job } = (await call('mail.import', { uploadId: upload.id })).ok
  return (await call(getJob.name, { id: job })).ok
}
