import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTask } from '#modules/tasks/contract.ts'
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

it('answers a call, and tells a subscriber what it did', async () => {
  expect(await socket.ask({ id: 's', subscribe: { types: ['tasks.created'] } })).toMatchObject({
    id: 's',
    caughtUp: expect.any(Number),
  })
  const answer = await socket.ask({ id: 1, call: createTask.name, input: { title: 'By socket' } })
  expect(answer.ok).toMatchObject({ title: 'By socket', rev: 1 })
  const event = await socket.next((frame) => frame.id === 's' && frame.event)
  expect(event).toEqual({
    id: 's',
    position: expect.any(Number),
    event: expect.objectContaining({ type: 'tasks.created', subjectId: answer.ok.id, actorId: realtime.app.owner.id }),
  })
})
