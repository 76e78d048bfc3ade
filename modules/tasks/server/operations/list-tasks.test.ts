import { expect, it } from 'vitest'
import type { Operation } from '#contract/operation.ts'
import type { TestApp } from '#testing/test-app.ts'
import {
  completeTask,
  createProject,
  createTask,
  deleteTask,
  listTasks,
  updateTask,
  type Task,
} from '../../contract.ts'
import { openTasksApp, stranger } from '../testing/open-tasks-app.ts'

type ListInput = typeof listTasks extends Operation<infer Call, any, any, any> ? Call : never

it('lists open tasks, newest first, unless told otherwise', async () => {
  await using app = await openTasksApp()
  for (const title of ['a', 'b', 'c']) await app.call(createTask, { title })
  const [b] = (await app.call(listTasks, {})).items.filter((task) => task.title === 'b')
  await app.call(completeTask, { id: b!.id })
  expect(titles(await app.call(listTasks, {}))).toEqual(['c', 'a'])
  expect(titles(await app.call(listTasks, { view: 'done' }))).toEqual(['b'])
  expect(titles(await app.call(listTasks, { view: 'all' }))).toEqual(['c', 'b', 'a'])
})

it('puts what is due first on top and what is due at no time last', async () => {
  await using app = await openTasksApp()
  await app.call(createTask, { title: 'some day' })
  await app.call(createTask, { title: 'later', dueAt: '2026-12-02T00:00:00Z' })
  await app.call(createTask, { title: 'sooner', dueAt: '2026-12-01T00:00:00Z' })
  expect(titles(await app.call(listTasks, { sort: 'due' }))).toEqual(['sooner', 'later', 'some day'])
})

it('puts what matters most on top, newest first among equals', async () => {
  await using app = await openTasksApp()
  for (const [title, priority] of [
    ['low', 0],
    ['first', 3],
    ['high', 2],
    ['second', 3],
  ] as const)
    await app.call(createTask, { title, priority })
  expect(titles(await app.call(listTasks, { sort: 'priority' }))).toEqual(['second', 'first', 'high', 'low'])
})

it('filters by status and by project in every view', async () => {
  await using app = await openTasksApp()
  const project = await app.call(createProject, { name: 'Site' })
  const inside = await app.call(createTask, { title: 'inside', projectId: project.id, status: 'next' })
  await app.call(createTask, { title: 'outside', status: 'next' })
  await app.call(createTask, { title: 'inbox' })
  expect(titles(await app.call(listTasks, { status: 'next' }))).toEqual(['outside', 'inside'])
  expect(titles(await app.call(listTasks, { status: 'next', projectId: project.id }))).toEqual(['inside'])
  expect(titles(await app.call(listTasks, { status: 'done' }))).toEqual([])
  await app.call(updateTask, { id: inside.id, status: 'dropped' })
  expect(titles(await app.call(listTasks, { view: 'done', status: 'done' }))).toEqual([])
  expect(titles(await app.call(listTasks, { view: 'all', status: 'dropped' }))).toEqual(['inside'])
  await app.call(deleteTask, { id: inside.id })
  expect(titles(await app.call(listTasks, { view: 'all', status: 'dropped' }))).toEqual([])
  expect(titles(await app.call(listTasks, { view: 'trash', status: 'dropped', projectId: project.id }))).toEqual([
    'inside',
  ])
})

it.each(['newest', 'due', 'priority'] as const)('pages through %s without losing or repeating a task', async (sort) => {
  await using app = await openTasksApp()
  await fill(app)
  for (const view of ['open', 'all'] as const) {
    const whole = (await app.call(listTasks, { view, sort, limit: 200 })).items
    expect(await everyPage(app, { view, sort, limit: 7 })).toEqual(whole)
    expect(new Set(whole.map(({ id }) => id)).size).toBe(view === 'open' ? 40 : 60)
  }
})

it('goes on where it was when tasks come and go between two pages', async () => {
  await using app = await openTasksApp()
  const made: Task[] = []
  for (let n = 0; n < 6; n++) made.push(await app.call(createTask, { title: `${n}` }))
  const first = await app.call(listTasks, { limit: 2 })
  await app.call(deleteTask, { id: made[5]!.id })
  await app.call(createTask, { title: 'new' })
  expect(titles(await app.call(listTasks, { limit: 2, cursor: first.next! }))).toEqual(['3', '2'])
})

it('refuses what is no cursor of this list', async () => {
  await using app = await openTasksApp()
  await fill(app)
  const due = (await app.call(listTasks, { sort: 'due', limit: 2 })).next!
  for (const input of [
    { cursor: 'nonsense' },
    { cursor: '' },
    { cursor: due },
    { cursor: due, sort: 'priority' as const },
    { cursor: '💥' },
    { cursor: 'x'.repeat(1001) },
  ]) {
    expect(await app.as(app.owner).call(listTasks, input)).toMatchObject({
      code: 'bad-cursor',
      errors: [{ pointer: '/cursor' }],
    })
  }
  expect((await app.fetch('/api/v1/tasks?cursor=nonsense')).status).toBe(400)
})

it('takes its filters from the query string, and refuses limits outside 1 to 200', async () => {
  await using app = await openTasksApp()
  await fill(app)
  const page = (await (await app.fetch('/api/v1/tasks?view=all&sort=due&limit=3')).json()) as {
    items: Task[]
    next: string
  }
  expect(page.items).toHaveLength(3)
  expect(
    (await app.fetch(`/api/v1/tasks?view=all&sort=due&limit=3&cursor=${encodeURIComponent(page.next)}`)).status,
  ).toBe(200)
  for (const limit of ['0', '201', 'many']) expect((await app.fetch(`/api/v1/tasks?limit=${limit}`)).status).toBe(400)
})

it('shows nothing of another workspace, not even by its cursor or project', async () => {
  await using app = await openTasksApp()
  const project = await app.call(createProject, { name: 'Ours' })
  for (let n = 0; n < 3; n++) await app.call(createTask, { title: 'ours', projectId: project.id })
  const { next } = await app.call(listTasks, { limit: 1 })
  const them = app.as(stranger(app))
  for (const input of [{}, { view: 'all' as const }, { projectId: project.id }, { cursor: next! }]) {
    expect(await them.call(listTasks, input)).toEqual({ items: [], next: null })
  }
})

async function fill(app: TestApp): Promise<void> {
  for (let n = 0; n < 60; n++) {
    const dueAt = n % 4 === 0 ? null : new Date(Date.UTC(2026, 11, 1 + (n % 5))).toISOString()
    const { id } = await app.call(createTask, { title: `${n}`, priority: n % 4, dueAt })
    if (n % 3 === 0) await app.call(completeTask, { id })
  }
}

async function everyPage(app: TestApp, input: ListInput): Promise<Task[]> {
  const items: Task[] = []
  let cursor: string | undefined
  do {
    const page = await app.call(listTasks, { ...input, ...(cursor && { cursor }) })
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return items
}

const titles = (page: { items: Task[] }) => page.items.map(({ title }) => title)
