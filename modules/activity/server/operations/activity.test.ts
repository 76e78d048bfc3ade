import { describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import type { Actor } from '#kernel/actor.ts'
import { createUser, invite, removeMember } from '../../../identity/contract.ts'
import { createLabel } from '../../../mail/contract.ts'
import { completeTask, createTask, updateTask } from '../../../tasks/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { listActivity, readStatistics, recordHistory, type ActivityEntry } from '../../contract.ts'

const open = (options = {}) => openAppOf(['identity', 'mail', 'tasks', 'search', 'activity'], options)

async function addPerson(app: TestApp, name: string): Promise<Actor> {
  const { id } = await app.call(createUser, { name, email: `${name.toLowerCase()}@example.org` })
  return { ...app.owner, id, role: 'member', instanceAdmin: false }
}

async function feed(app: TestApp, actor = app.owner, input = {}): Promise<ActivityEntry[]> {
  await app.daybook.kernel.settled()
  const answer = await app.as(actor).call(listActivity, input)
  if (answer instanceof Failure) throw new Error(answer.code)
  return answer.items
}
const actionsOf = (entries: ActivityEntry[]) => entries.map(({ action }) => action)

describe('the feed', () => {
  it('tells who did what to which record, by its name of now', async () => {
    await using app = await open()
    const ben = await addPerson(app, 'Ben')
    const task = (await app.as(ben).call(createTask, { title: 'Call Ada' })) as { id: string; rev: number }
    await app.call(updateTask, { id: task.id, title: 'Call Ada today' })
    const [newest, older] = await feed(app, app.owner, { kind: 'tasks.task' })
    expect(newest).toMatchObject({
      action: 'tasks.updated',
      summary: 'A task changed',
      actor: { id: app.owner.id, name: 'Owner' },
      record: { kind: 'tasks.task', id: task.id, title: 'Call Ada today' },
      count: 1,
      onlyYou: false,
    })
    expect(older).toMatchObject({ action: 'tasks.created', actor: { name: 'Ben' } })
  })

  it('is read a page at a time, by person, kind and day', async () => {
    await using app = await open()
    const ben = await addPerson(app, 'Ben')
    for (const title of ['One', 'Two']) await app.as(ben).call(createTask, { title })
    await app.call(createTask, { title: 'Three' })
    expect(await feed(app, app.owner, { person: ben.id })).toHaveLength(2)
    const today = new Date().toISOString().slice(0, 10)
    expect(actionsOf(await feed(app, app.owner, { kind: 'tasks.task', from: today, to: today }))).toHaveLength(3)
    expect(await feed(app, app.owner, { to: '2020-01-01' })).toEqual([])
    const first = await app.call(listActivity, { action: 'tasks.created', limit: 2 })
    const second = await app.call(listActivity, { action: 'tasks.created', limit: 2, cursor: first.next! })
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
  })

  it('keeps what is one person’s to that person, and what is the admins’ to admins', async () => {
    await using app = await open()
    const ben = await addPerson(app, 'Ben')
    const ada = await addPerson(app, 'Ada')
    await app.as(ben).call(createLabel, { name: 'Very private' })
    expect(await feed(app, ben, { kind: 'mail.label' })).toMatchObject([{ onlyYou: true }])
    expect(await feed(app, ada, { kind: 'mail.label' })).toEqual([])
    expect(await feed(app, app.owner, { kind: 'mail.label' })).toEqual([])
    expect(actionsOf(await feed(app, app.owner))).toContain('identity.user-created')
    expect(actionsOf(await feed(app, ada))).not.toContain('identity.user-created')
  })

  it('is not of the workspace next door', async () => {
    await using app = await open()
    const task = await app.call(createTask, { title: 'Secret' })
    const stranger = app.person('owner', task.id)
    expect(await feed(app, stranger)).toEqual([])
    await app.settle()
    expect(await app.as(stranger).call(recordHistory, { kind: 'tasks.task', id: task.id })).toEqual({
      items: [],
      next: null,
    })
  })

  it('tells a long run as one, the same after a replay', async () => {
    await using app = await open()
    for (let n = 0; n < 12; n++) await app.call(createTask, { title: `Task ${n}` })
    const entries = await feed(app, app.owner, { action: 'tasks.created' })
    expect(entries.map(({ count }) => count)).toEqual([7, 1, 1, 1, 1, 1])
    await app.daybook.kernel.services.dispatcher.replay('activity')
    expect(await feed(app, app.owner, { action: 'tasks.created' })).toEqual(entries)
    expect(await app.call(readStatistics, {})).toMatchObject({ tasks: 12 })
  })

  it('begins another run after a pause', async () => {
    let now = Date.now()
    await using app = await open({ clock: () => now })
    for (let n = 0; n < 7; n++) await app.call(createTask, { title: `Task ${n}` })
    now += 61_000
    await app.call(createTask, { title: 'Later' })
    const entries = await feed(app, app.owner, { action: 'tasks.created' })
    expect(entries.map(({ count }) => count)).toEqual([1, 2, 1, 1, 1, 1, 1])
  })

  it('keeps the names of those who left', async () => {
    await using app = await open()
    const ben = await addPerson(app, 'Ben')
    await app.as(ben).call(createTask, { title: 'Left behind' })
    await app.call(removeMember, { id: ben.id })
    expect(await feed(app, app.owner, { action: 'tasks.created' })).toMatchObject([{ actor: { name: 'Ben' } }])
  })
})

describe('the history of a record', () => {
  it('is all that happened to it', async () => {
    await using app = await open()
    const { id } = await app.call(createTask, { title: 'One' })
    await app.call(createTask, { title: 'Another' })
    await app.call(completeTask, { id })
    await app.settle()
    const { items } = await app.call(recordHistory, { kind: 'tasks.task', id })
    expect(actionsOf(items)).toEqual(['tasks.completed', 'tasks.created'])
  })
})

describe('the statistics', () => {
  it('count all workspaces, for whoever keeps this Daybook', async () => {
    await using app = await open()
    const ben = await addPerson(app, 'Ben')
    await app.as(ben).call(createTask, { title: 'One' })
    await app.call(invite, { email: 'grace@example.org' })
    await app.settle()
    expect(await app.call(readStatistics, {})).toMatchObject({ users: 2, suspendedUsers: 0, workspaces: 1, tasks: 1 })
    expect((await app.as(ben).call(readStatistics, {})) instanceof Failure).toBe(true)
  })
})
