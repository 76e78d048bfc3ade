import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { changeRole, removeMember, suspendUser } from '#modules/identity/contract.ts'
import { addPerson, tokenOf } from '#modules/identity/server/testing/open-people-app.ts'
import { createLabel, deleteLabel } from '#modules/mail/contract.ts'
import { createTask, listTasks } from '#modules/tasks/contract.ts'
import { openSocket, type TestSocket } from './open-socket.ts'
import { openRealtimeApp, type RealtimeApp } from './realtime-app.ts'

let realtime: RealtimeApp
beforeAll(async () => void (realtime = await openRealtimeApp()))
afterAll(() => realtime[Symbol.asyncDispose]())

/** A member with a socket that follows everything. */
async function member(name: string): Promise<{ person: Actor; socket: TestSocket }> {
  const person = await addPerson(realtime.app, name)
  const socket = await openSocket(realtime.url, { token: await tokenOf(realtime.app, person) })
  await socket.ask({ id: 'all', subscribe: {} })
  return { person, socket }
}

const typesTold = (socket: TestSocket) => socket.frames.flatMap(({ event }) => (event ? [event.type] : []))
const act = (title: string) => realtime.app.call(createTask, { title })

describe('a member', () => {
  it('is told of the workspace, and of nobody’s mail but its own', async () => {
    const { person, socket } = await member('Ada')
    const { id } = await realtime.app.call(createLabel, { name: 'Of the owner' })
    await realtime.app.call(deleteLabel, { id })
    await realtime.app.as(person).call(createLabel, { name: 'Of Ada' })
    await act('Of everybody')
    await socket.next(({ event }) => event?.type === 'tasks.created')
    expect(typesTold(socket).filter((type) => /^(mail|tasks)\./.test(type))).toEqual([
      'mail.label-changed',
      'tasks.created',
    ])
  })

  it('who becomes a guest is told no more of the workspace, on the same socket', async () => {
    const { person, socket } = await member('Ben')
    await act('Before')
    await socket.next(({ event }) => event?.type === 'tasks.created')
    await realtime.app.call(changeRole, { id: person.id, role: 'guest' })
    const told = typesTold(socket).filter((type) => type === 'tasks.created').length
    using witness = await openSocket(realtime.url, { token: realtime.app.token })
    await witness.ask({ id: 'all', subscribe: { types: ['tasks.created'] } })
    const { id } = await act('After')
    // Told to others: it has passed the guest.
    await witness.next(({ event }) => event?.subjectId === id)
    expect((await socket.ask({ id: 1, call: listTasks.name })).problem.code).toBe('not-allowed')
    await realtime.app.call(changeRole, { id: person.id, role: 'member' })
    await act('Again')
    await expect.poll(() => typesTold(socket).filter((type) => type === 'tasks.created').length).toBe(told + 1)
    expect((await socket.ask({ id: 2, call: listTasks.name })).ok).toBeDefined()
  })

  it('who is removed has no socket any more', async () => {
    const { person, socket } = await member('Carl')
    await realtime.app.call(removeMember, { id: person.id })
    await act('After Carl')
    expect((await socket.closed).code).toBe(4401)
    expect(typesTold(socket)).not.toContain('tasks.created')
  })

  it('whose account is suspended has none either', async () => {
    const { person, socket } = await member('Dora')
    await realtime.app.call(suspendUser, { id: person.id })
    expect((await socket.closed).code).toBe(4401)
  })
})
