import { expect, it } from 'vitest'
import { firstIdAt, uuidv7 } from '#base/ids.ts'
import { toInstant } from '#base/time.ts'
import {
  completeTask,
  createTask,
  deleteTask,
  getTask,
  listTasks,
  listTaskVersions,
  mergeTask,
  quickAddTask,
  restoreTaskVersion,
  setRecurrence,
  undoTaskChange,
  updateTask,
} from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 10, 2, 8)

/** A Daybook whose clock stands where a test puts it. */
async function openAt() {
  const clock = { now: START }
  const app = await openTasksApp({ clock: () => clock.now })
  const merge = (id: string, base: object, wanted: object, hour: number, changeId = uuidv7()) =>
    app.call(mergeTask, { id, changeId, madeAt: toInstant(START + hour * HOUR), base, ...wanted })
  const at = (hour: number) => void (clock.now = START + hour * HOUR)
  return { app, merge, at, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

it('writes the fields that nobody changed meanwhile, and leaves the others', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Paint the fence', priority: 1 })
  at(2)
  await app.call(updateTask, { id, priority: 3 })
  at(5)
  await app.takeEvents()
  const { task, kept } = await merge(id, { title: 'Paint the fence' }, { title: 'Paint the fence green' }, 1)
  expect(task).toMatchObject({ title: 'Paint the fence green', priority: 3 })
  expect(kept).toEqual([])
  expect(await app.takeEvents()).toEqual(['tasks.updated'])
})

it('lets the later of two edits hold, whichever comes first, and keeps the other', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  for (const order of [
    [1, 2],
    [2, 1],
  ] as const) {
    at(0)
    const { id } = await app.call(createTask, { title: 'Base' })
    at(9)
    for (const hour of order) await merge(id, { title: 'Base' }, { title: `Hour ${hour}` }, hour)
    expect((await app.call(getTask, { id })).title).toBe('Hour 2')
    const { items } = await app.call(listTaskVersions, { taskId: id })
    expect(items).toMatchObject([{ values: { title: 'Hour 1' }, madeAt: toInstant(START + HOUR), restoredAt: null }])
  }
})

it('counts a change once, also a long time after', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Base', notes: 'one' })
  const changeId = uuidv7(START)
  const send = () => merge(id, { notes: 'one' }, { notes: 'one\nmine' }, 0, changeId)
  at(1)
  await send()
  await app.call(updateTask, { id, notes: 'one\ntheirs\nmine' })
  at(50)
  expect(await send()).toMatchObject({ task: { notes: 'one\ntheirs\nmine', rev: 3 }, kept: [] })
  expect((await app.call(listTaskVersions, { taskId: id })).items).toEqual([])
})

it('completes at the hour when it was done, and once where two did it', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Water the plants', dueAt: toInstant(START) })
  await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', zone: 'UTC' })
  at(3)
  const { task } = await merge(id, { status: 'inbox' }, { status: 'done' }, 1)
  expect(task).toMatchObject({ status: 'done', completedAt: toInstant(START + HOUR) })
  await merge(id, { status: 'inbox' }, { status: 'done' }, 2)
  expect((await app.call(listTasks, { view: 'all' })).items).toHaveLength(2)
})

it('takes a task out of the trash that somebody changed or completed after it went there', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Old bike' })
  at(1)
  await app.call(deleteTask, { id })
  at(5)
  const { task, kept } = await merge(id, { status: 'inbox' }, { status: 'done' }, 2)
  expect(task).toMatchObject({ status: 'done', deletedAt: null })
  expect(kept).toMatchObject([{ values: { trashed: true } }])
})

it('leaves it there where that was the last thing anybody did, with the edit in it', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Old bike' })
  at(3)
  await app.call(deleteTask, { id })
  at(5)
  const { task } = await merge(id, { title: 'Old bike' }, { title: 'Old red bike' }, 2)
  expect(task.title).toBe('Old red bike')
  expect(task.deletedAt).not.toBeNull()
})

it('does not trash what somebody changed later, and keeps that it was to be', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Old bike' })
  at(3)
  await app.call(updateTask, { id, title: 'Old bike, repaired' })
  at(5)
  const { task, kept } = await merge(id, { trashed: false }, { trashed: true }, 2)
  expect(task.deletedAt).toBeNull()
  expect(kept).toMatchObject([{ values: { trashed: true }, madeAt: toInstant(START + 2 * HOUR) }])
  const restored = await app.call(restoreTaskVersion, { id: kept[0]!.id })
  expect(restored.task.deletedAt).not.toBeNull()
})

it('puts a version back and keeps what stood there', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Base' })
  at(3)
  await app.call(updateTask, { id, title: 'Theirs' })
  at(5)
  const { kept } = await merge(id, { title: 'Base' }, { title: 'Mine' }, 2)
  const back = await app.call(restoreTaskVersion, { id: kept[0]!.id })
  expect(back).toMatchObject({ task: { title: 'Mine' }, kept: [{ values: { title: 'Theirs' } }] })
  const { items } = await app.call(listTaskVersions, { taskId: id })
  expect(items.map(({ values, restoredAt }) => [values.title, restoredAt !== null])).toEqual([
    ['Theirs', false],
    ['Mine', true],
  ])
  await app.call(undoTaskChange, { taskId: id })
  expect((await app.call(getTask, { id })).title).toBe('Theirs')
})

it('does not let a clock that is ahead win for ever', async () => {
  await using world = await openAt()
  const { app, merge, at } = world
  const { id } = await app.call(createTask, { title: 'Base' })
  at(1)
  await merge(id, { title: 'Base' }, { title: 'From tomorrow' }, 24)
  at(2)
  await merge(id, { title: 'Base' }, { title: 'Later' }, 2)
  expect((await app.call(getTask, { id })).title).toBe('Later')
})

it('makes a task once under the id that it is to have', async () => {
  await using world = await openAt()
  const { app, at } = world
  at(2)
  const id = `${firstIdAt(START)}-7000-8000-000000000001`
  const first = await app.call(createTask, { id, title: 'From the train' })
  expect(first).toMatchObject({ id, createdAt: toInstant(START) })
  expect(await app.call(createTask, { id, title: 'From the train' })).toEqual(first)
  const line = { id: uuidv7(START), text: 'Buy milk #home', zone: 'UTC', locale: 'en', notes: 'Two litres' }
  await app.call(quickAddTask, line)
  expect(await app.call(quickAddTask, line)).toMatchObject({ id: line.id, labels: ['home'], notes: 'Two litres' })
  expect((await app.call(listTasks, {})).items).toHaveLength(2)
  expect(await app.as(stranger(app)).call(createTask, { id, title: 'Theirs' })).toMatchObject({ code: 'id-taken' })
})

it('refuses tasks and versions of others as not found', async () => {
  await using world = await openAt()
  const { app } = world
  const { id } = await app.call(createTask, { title: 'Ours' })
  const change = { id, changeId: uuidv7(), madeAt: toInstant(START), base: {}, title: 'Theirs' }
  expect(await app.as(stranger(app)).call(mergeTask, change)).toMatchObject({ code: 'task-not-found' })
  expect(await app.as(stranger(app)).call(listTaskVersions, { taskId: id })).toMatchObject({ code: 'task-not-found' })
  expect(await app.as(app.owner).call(restoreTaskVersion, { id: unknownId })).toMatchObject({
    code: 'version-not-found',
  })
  await app.call(completeTask, { id })
  expect((await app.call(getTask, { id })).title).toBe('Ours')
})
