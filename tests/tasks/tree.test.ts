import { expect, it } from 'vitest'
import {
  addStep,
  completeTask,
  createTask,
  deleteTask,
  getTask,
  getTaskTree,
  listSteps,
  listTasks,
  moveTask,
  restoreTask,
  updateTask,
  type Task,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp } from '#testing/test-app.ts'

it('puts a task one level below its parent, and refuses another', async () => {
  await using app = await openTasksApp()
  const epic = await app.call(createTask, { title: 'Epic', level: 2 })
  const sprint = await app.call(createTask, { title: 'Sprint', parentId: epic.id })
  expect(sprint).toMatchObject({ parentId: epic.id, level: 3 })
  const me = app.as(app.owner)
  expect(await me.call(createTask, { title: 'Far', parentId: epic.id, level: 5 })).toMatchObject({
    code: 'illegal-level',
  })
  expect(await me.call(createTask, { title: 'Lone', level: 6 })).toMatchObject({ code: 'illegal-level' })
  expect(await me.call(createTask, { title: 'Lost', parentId: unknownId })).toMatchObject({ code: 'parent-not-found' })
})

it('adds steps of a few minutes to a task, in order, and keeps them out of other lists', async () => {
  await using app = await openTasksApp()
  const { id: taskId } = await app.call(createTask, { title: 'Taxes' })
  const last = await app.call(addStep, { taskId, title: 'Send it', minutes: 2 })
  await app.call(addStep, { taskId, title: 'Open the letter', afterId: null })
  const open = (await app.call(listSteps, { taskId })).items[0]!
  await app.call(addStep, { taskId, title: 'Read it', afterId: open.id })
  expect(await steps(app, taskId)).toEqual(['Open the letter', 'Read it', 'Send it'])
  expect(last).toMatchObject({ level: 6, estimateMin: 2, estimateMax: 2, parentId: taskId })
  expect(titles(await app.call(listTasks, { view: 'all' }))).toEqual(['Taxes'])
  expect(titles(await app.call(listTasks, { q: 'has:steps' }))).toEqual(['Taxes'])
  const me = app.as(app.owner)
  expect(await me.call(addStep, { taskId, title: 'Long', minutes: 30 })).toMatchObject({ code: 'invalid-input' })
  expect(await me.call(addStep, { taskId: last.id, title: 'Deeper' })).toMatchObject({ code: 'illegal-level' })
  expect((await app.fetch(`/api/v1/steps/${last.id}/complete`, { method: 'POST' })).status).toBe(200)
})

it('keeps the order of steps however often one comes between two others', async () => {
  await using app = await openTasksApp()
  const { id: taskId } = await app.call(createTask, { title: 'Many' })
  const first = await app.call(addStep, { taskId, title: 'first' })
  await app.call(addStep, { taskId, title: 'last' })
  for (let n = 0; n < 20; n++) await app.call(addStep, { taskId, title: `${n}`, afterId: first.id })
  expect(await steps(app, taskId)).toEqual(['first', ...Array.from({ length: 20 }, (_, n) => `${19 - n}`), 'last'])
})

it('moves a branch in one command, and all below it to its new level', async () => {
  await using app = await openTasksApp()
  const { initiative, phase, epic, sprint } = await chain(app)
  const other = await app.call(createTask, { title: 'Other', level: 0 })

  // The epic stands under the initiative itself now: it is a phase, and its sprint an epic.
  const moved = await app.call(moveTask, { id: epic.id, parentId: initiative.id })
  expect(moved).toMatchObject({ level: 1, parentId: initiative.id })
  expect((await app.call(getTask, { id: sprint.id })).level).toBe(2)
  expect(await app.as(app.owner).call(moveTask, { id: phase.id, parentId: other.id })).toMatchObject({ level: 1 })
})

it('refuses a move that leaves a step without a task above it', async () => {
  await using app = await openTasksApp()
  const { initiative, epic, task } = await chain(app)
  await app.call(addStep, { taskId: task.id, title: 'Step' })
  expect(await app.as(app.owner).call(moveTask, { id: epic.id, parentId: initiative.id })).toMatchObject({
    code: 'illegal-level',
  })
})

it('refuses to put a task under itself', async () => {
  await using app = await openTasksApp()
  const { initiative, sprint } = await chain(app)
  const me = app.as(app.owner)
  expect(await me.call(moveTask, { id: initiative.id, parentId: sprint.id })).toMatchObject({ code: 'illegal-cycle' })
  expect(await me.call(moveTask, { id: sprint.id, parentId: sprint.id })).toMatchObject({ code: 'illegal-cycle' })
})

it('orders siblings, and makes a step that leaves its task a task', async () => {
  await using app = await openTasksApp()
  const { id: taskId } = await app.call(createTask, { title: 'Trip' })
  const [a, b, c] = [
    await app.call(addStep, { taskId, title: 'a' }),
    await app.call(addStep, { taskId, title: 'b' }),
    await app.call(addStep, { taskId, title: 'c' }),
  ]
  await app.call(moveTask, { id: c.id, parentId: taskId, level: 6, afterId: null })
  expect(await steps(app, taskId)).toEqual(['c', 'a', 'b'])
  await app.call(moveTask, { id: a.id, parentId: taskId, level: 6, afterId: b.id })
  expect(await steps(app, taskId)).toEqual(['c', 'b', 'a'])
  expect(await app.call(moveTask, { id: a.id, parentId: null })).toMatchObject({ level: 4, parentId: null })
  expect(titles(await app.call(listTasks, {}))).toEqual(['a', 'Trip'])
  expect(await app.as(app.owner).call(moveTask, { id: b.id, parentId: taskId, level: 6, afterId: a.id })).toMatchObject(
    { code: 'sibling-not-found' },
  )
})

it('adds up progress and time from below, without what was dropped', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Move house', level: 3, spentMinutes: 5 })
  const pack = await app.call(createTask, { title: 'Pack', parentId: id, estimateMin: 60, estimateMax: 120 })
  const paint = await app.call(createTask, { title: 'Paint', parentId: id, spentMinutes: 30 })
  const drop = await app.call(createTask, { title: 'Sell', parentId: id })
  const step = await app.call(addStep, { taskId: pack.id, title: 'Fetch boxes', minutes: 3 })
  await app.call(addStep, { taskId: pack.id, title: 'Label boxes', minutes: 4 })
  await app.call(completeTask, { id: step.id })
  await app.call(completeTask, { id: paint.id })
  await app.call(updateTask, { id: drop.id, status: 'dropped' })

  const { items, more } = await app.call(getTaskTree, { id })
  expect(more).toBe(false)
  expect(items.map(({ task, depth }) => [task.title, depth])).toEqual([
    ['Move house', 0],
    ['Pack', 1],
    ['Fetch boxes', 2],
    ['Label boxes', 2],
    ['Paint', 1],
    ['Sell', 1],
  ])
  expect(items[0]).toMatchObject({ total: 3, done: 2, estimateMin: 7, estimateMax: 7, spentMinutes: 35 })
  expect(items[1]).toMatchObject({ total: 2, done: 1, estimateMin: 7, estimateMax: 7 })
  expect((await app.call(getTaskTree, { id, depth: 1, limit: 2 })).more).toBe(true)
})

it('puts a branch in the trash as a whole, and takes out what went in with it', async () => {
  await using app = await openTasksApp({ clock: ticking() })
  const { epic, sprint, task } = await chain(app)
  await app.call(deleteTask, { id: task.id })
  await app.takeEvents()
  await app.call(deleteTask, { id: epic.id })
  expect(await app.takeEvents()).toEqual(['tasks.deleted', 'tasks.deleted'])
  expect((await app.call(getTask, { id: sprint.id })).deletedAt).not.toBeNull()
  await app.call(restoreTask, { id: epic.id })
  expect((await app.call(getTask, { id: sprint.id })).deletedAt).toBeNull()
  expect((await app.call(getTask, { id: task.id })).deletedAt).not.toBeNull()
})

it('restores what has lost its parent as a task of its own', async () => {
  await using app = await openTasksApp({ clock: ticking() })
  const { id: taskId } = await app.call(createTask, { title: 'Trip' })
  const step = await app.call(addStep, { taskId, title: 'Pack' })
  await app.call(deleteTask, { id: taskId })
  expect(await app.call(restoreTask, { id: step.id })).toMatchObject({ parentId: null, level: 4 })
  expect(titles(await app.call(listTasks, {}))).toEqual(['Pack'])
})

it('knows nothing of another workspace’s tree', async () => {
  await using app = await openTasksApp()
  const { epic, sprint } = await chain(app)
  const them = app.as(stranger(app))
  const theirs = (await them.call(createTask, { title: 'Theirs', level: 3 })) as Task
  expect(await them.call(getTaskTree, { id: epic.id })).toMatchObject({ code: 'task-not-found' })
  expect(await them.call(listSteps, { taskId: sprint.id })).toMatchObject({ code: 'task-not-found' })
  expect(await them.call(moveTask, { id: theirs.id, parentId: epic.id })).toMatchObject({ code: 'parent-not-found' })
  expect(await them.call(addStep, { taskId: sprint.id, title: 'Ours?' })).toMatchObject({ code: 'task-not-found' })
})

async function chain(app: TestApp) {
  const initiative = await app.call(createTask, { title: 'Initiative', level: 0 })
  const phase = await app.call(createTask, { title: 'Phase', parentId: initiative.id })
  const epic = await app.call(createTask, { title: 'Epic', parentId: phase.id })
  const sprint = await app.call(createTask, { title: 'Sprint', parentId: epic.id })
  const task = await app.call(createTask, { title: 'Task', parentId: sprint.id })
  return { initiative, phase, epic, sprint, task }
}

const steps = async (app: TestApp, taskId: string) => titles(await app.call(listSteps, { taskId }))
const titles = ({ items }: { items: Task[] }) => items.map(({ title }) => title)

/** A clock on which no two commands have the same time. */
function ticking(): () => number {
  let at = Date.UTC(2026, 10, 20)
  return () => (at += 1000)
}
