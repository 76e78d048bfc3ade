import { expect, it } from 'vitest'
import { completeTask, createProject, createTask, listTasks, updateTask, type Task } from '#modules/tasks/contract.ts'
import { openTasksApp, stranger } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp } from '#testing/test-app.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const day = (n: number) => new Date(NOW + n * 86_400_000).toISOString()

it.each([
  ['', ['Café order', 'call', 'invoice', 'paint']],
  ['status:next', ['call', 'invoice']],
  ['status:todo', ['call', 'invoice']],
  ['due:<7d', ['call', 'invoice']],
  ['-due:<7d', ['Café order', 'paint']],
  ['due:..tomorrow', ['call']],
  ['label:home', ['call', 'paint']],
  ['-label:HOME', ['Café order', 'invoice']],
  ['label:ho*', ['call', 'paint']],
  ['label:nowhere', []],
  ['project:site', ['invoice']],
  ['-project:site', ['Café order', 'call', 'paint']],
  ['status:next due:<7d label:home -project:site', ['call']],
  ['priority:>=2', ['invoice']],
  ['priority:high', ['invoice']],
  ['energy:1', ['call']],
  ['-energy:1', ['Café order', 'invoice', 'paint']],
  ['estimate:30m', ['call']],
  ['estimate:>30m', ['paint']],
  ['estimate:<=30m30s', ['call']],
  ['priority:>1.5', ['invoice']],
  ['has:estimate', ['call', 'paint']],
  ['has:notes', ['invoice']],
  ['has:due -has:project', ['call']],
  ['has:label', ['call', 'paint']],
  ['is:blocked', []],
  ['is:mine', ['Café order', 'call', 'invoice', 'paint']],
  ['café', ['Café order']],
  ['CAFÉ', ['Café order']],
  ['"the bill"', ['invoice']],
  ['title:bill', []],
  ['notes:bill', ['invoice']],
  ['invoice OR paint', ['invoice', 'paint']],
  ['is:done', ['old']],
  ['status:done OR label:home', ['call', 'old', 'paint']],
  ['finished:today', ['old']],
  ['start:<2026-12-01', ['paint']],
  ['deadline:2026-12', ['paint']],
  ['level:task', ['Café order', 'call', 'invoice', 'paint']],
  ['level:<4', []],
] as const)('filters by %s', async (q, found) => {
  await using app = await fill()
  expect(await titles(app, q)).toEqual(found)
})

it('takes the order from the filter, each way round', async () => {
  await using app = await fill()
  expect(await list(app, 'sort:due')).toEqual(['call', 'invoice', 'Café order', 'paint'])
  expect(await list(app, 'sort:-priority')).toEqual(['invoice', 'paint', 'Café order', 'call'])
  expect(await list(app, 'sort:created')).toEqual(['call', 'invoice', 'Café order', 'paint'])
  expect(await list(app, 'sort:-created has:label')).toEqual(['paint', 'call'])
})

it('pages through a filter, each way round', async () => {
  await using app = await fill()
  for (const q of ['sort:due', 'sort:-due', 'sort:created', 'status:next OR label:home sort:-priority']) {
    const whole = (await app.call(listTasks, { q, view: 'all' })).items
    const pages: Task[] = []
    let cursor: string | null = null
    do {
      const page: { items: Task[]; next: string | null } = await app.call(listTasks, {
        q,
        view: 'all',
        limit: 1,
        ...(cursor && { cursor }),
      })
      pages.push(...page.items)
      cursor = page.next
    } while (cursor)
    expect(pages).toEqual(whole)
  }
})

it('says where a filter cannot be read, and what would mend it', async () => {
  await using app = await fill()
  expect(await app.as(app.owner).call(listTasks, { q: 'status:next lable:home' })).toMatchObject({
    code: 'bad-query',
    errors: [{ pointer: '/q', position: 12, suggestion: expect.stringContaining('label') }],
  })
  const refused = await app.fetch('/api/v2/tasks?q=due:soonish')
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ code: 'bad-query', errors: [{ position: 4 }] })
})

it('finds labels and projects of one’s own workspace alone', async () => {
  await using app = await fill()
  const them = app.as(stranger(app))
  await them.call(createTask, { title: 'theirs', labels: ['home'] })
  expect(await titles(app, 'label:home')).toEqual(['call', 'paint'])
  expect(await them.call(listTasks, { q: 'label:home' })).toMatchObject({ items: [{ title: 'theirs' }] })
  expect(await them.call(listTasks, { q: 'project:site' })).toMatchObject({ items: [] })
})

it('knows whose a task is', async () => {
  await using app = await fill()
  const other = app.person('member', app.owner.workspaceId)
  expect(await app.as(other).call(listTasks, { q: 'is:mine' })).toMatchObject({ items: [] })
})

async function fill(): Promise<TestApp> {
  const app = await openTasksApp({ clock: () => NOW })
  const { id: projectId } = await app.call(createProject, { name: 'Site' })
  await app.call(createTask, {
    title: 'call',
    status: 'next',
    dueAt: day(0.2),
    labels: ['Home'],
    energy: 1,
    estimateMin: 10,
    estimateMax: 30,
  })
  await app.call(createTask, {
    title: 'invoice',
    status: 'next',
    dueAt: day(3),
    projectId,
    priority: 3,
    notes: 'Send the bill',
  })
  await app.call(createTask, { title: 'Café order', energy: 3 })
  const paint = await app.call(createTask, { title: 'paint', labels: ['home'], estimateMax: 90 })
  await app.call(updateTask, { id: paint.id, startOn: '2026-11-29', deadlineOn: '2026-12-24' })
  const old = await app.call(createTask, { title: 'old' })
  await app.call(completeTask, { id: old.id })
  return app
}

const list = async (app: TestApp, q: string) => (await app.call(listTasks, { q })).items.map(({ title }) => title)

const titles = async (app: TestApp, q: string) =>
  (await list(app, q)).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
