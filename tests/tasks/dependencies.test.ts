import { expect, it } from 'vitest'
import {
  addDependency,
  completeTask,
  createTask,
  deleteTask,
  getTask,
  listDependencies,
  listTasks,
  removeDependency,
  reopenTask,
  restoreTask,
  setTaskStatus,
  updateTask,
  type Task,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp } from '#testing/test-app.ts'

it('blocks a task until what it waits for is done, and again when that is opened again', async () => {
  await using app = await openTasksApp()
  const [walls, paint] = await two(app)
  await app.takeEvents()
  expect(await app.call(addDependency, { id: paint.id, onId: walls.id })).toMatchObject({
    relation: 'finish-to-start',
    title: 'walls',
    holds: true,
  })
  expect(await app.takeEvents()).toContain('tasks.updated')
  expect(await isBlocked(app, paint)).toBe(true)
  await app.call(completeTask, { id: walls.id })
  expect(await app.takeEvents()).toEqual(['tasks.completed', 'tasks.updated'])
  expect(await isBlocked(app, paint)).toBe(false)
  await app.call(reopenTask, { id: walls.id })
  expect(await isBlocked(app, paint)).toBe(true)
  await app.call(deleteTask, { id: walls.id })
  expect(await isBlocked(app, paint)).toBe(false)
  await app.call(restoreTask, { id: walls.id })
  expect(await isBlocked(app, paint)).toBe(true)
  await app.call(updateTask, { id: walls.id, status: 'dropped' })
  expect(await isBlocked(app, paint)).toBe(false)
})

it.each([
  ['finish-to-start', 'doing', true],
  ['depends-on', 'doing', true],
  ['start-to-start', 'next', true],
  ['start-to-start', 'doing', false],
  ['finish-to-finish', 'next', false],
  ['start-to-finish', 'next', false],
] as const)('%s on a task that is %s blocks the start: %s', async (relation, status, blocked) => {
  await using app = await openTasksApp()
  const [walls, paint] = await two(app)
  await app.call(addDependency, { id: paint.id, onId: walls.id, relation })
  await app.call(setTaskStatus, { id: walls.id, status })
  expect(await isBlocked(app, paint)).toBe(blocked)
})

it('hides what is blocked, and shows it alone', async () => {
  await using app = await openTasksApp()
  const [walls, paint] = await two(app)
  await app.call(addDependency, { id: paint.id, onId: walls.id })
  expect(titles(await app.call(listTasks, { q: '-is:blocked' }))).toEqual(['walls'])
  expect(titles(await app.call(listTasks, { q: 'is:blocked' }))).toEqual(['paint'])
})

it('refuses tasks that would wait for each other, however far apart', async () => {
  await using app = await openTasksApp()
  const [a, b] = await two(app)
  const c = await app.call(createTask, { title: 'c' })
  await app.call(addDependency, { id: b.id, onId: a.id })
  await app.call(addDependency, { id: c.id, onId: b.id, relation: 'start-to-start' })
  const me = app.as(app.owner)
  expect(await me.call(addDependency, { id: a.id, onId: c.id })).toMatchObject({ code: 'illegal-cycle' })
  expect(await me.call(addDependency, { id: a.id, onId: a.id })).toMatchObject({ code: 'illegal-cycle' })
  expect(await me.call(addDependency, { id: c.id, onId: a.id })).toMatchObject({ holds: true })
})

it('lists both ways, and forgets what is removed', async () => {
  await using app = await openTasksApp()
  const [walls, paint] = await two(app)
  await app.call(addDependency, { id: paint.id, onId: walls.id })
  expect(await app.call(listDependencies, { id: paint.id })).toMatchObject({
    waitsFor: [{ onId: walls.id, title: 'walls', holds: true }],
    holdsUp: [],
  })
  expect(await app.call(listDependencies, { id: walls.id })).toMatchObject({
    waitsFor: [],
    holdsUp: [{ taskId: paint.id, title: 'paint', holds: true }],
  })
  expect(await app.call(removeDependency, { id: paint.id, onId: walls.id })).toEqual({ blocked: false })
  expect(await app.as(app.owner).call(removeDependency, { id: paint.id, onId: walls.id })).toMatchObject({
    code: 'not-waiting',
  })
  expect(await isBlocked(app, paint)).toBe(false)
})

it('waits for nothing of another workspace', async () => {
  await using app = await openTasksApp()
  const [walls, paint] = await two(app)
  const them = app.as(stranger(app))
  const theirs = (await them.call(createTask, { title: 'theirs' })) as Task
  for (const onId of [walls.id, unknownId])
    expect(await them.call(addDependency, { id: theirs.id, onId })).toMatchObject({ code: 'other-task-not-found' })
  expect(await them.call(listDependencies, { id: paint.id })).toMatchObject({ code: 'task-not-found' })
})

async function two(app: TestApp): Promise<[Task, Task]> {
  return [await app.call(createTask, { title: 'walls' }), await app.call(createTask, { title: 'paint' })]
}

const isBlocked = async (app: TestApp, { id }: Task) => (await app.call(getTask, { id })).blocked
const titles = ({ items }: { items: Task[] }) => items.map(({ title }) => title)
