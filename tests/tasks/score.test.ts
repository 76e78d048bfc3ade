import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import {
  addDependency,
  completeTask,
  createTask,
  getTaskScore,
  listTasks,
  scoreWeights,
  type Task,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp } from '#testing/test-app.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const at = (days: number) => new Date(NOW + days * 86_400_000).toISOString()

it('says why a task presses, term by term, and the terms add up', async () => {
  await using app = await openTasksApp({ clock: () => NOW })
  const task = await app.call(createTask, { title: 'Invoice', dueAt: at(3), priority: 3, energy: 1, estimateMax: 15 })
  const other = await app.call(createTask, { title: 'Pay', status: 'next' })
  await app.call(addDependency, { id: other.id, onId: task.id })
  const { score, terms } = await app.call(getTaskScore, { id: task.id, energy: 2 })
  expect(terms.map(({ term, points, reason }) => [term, points, reason])).toEqual([
    ['due', 7.43, 'Due in 3 days'],
    ['priority', 6, 'Priority 3 of 3'],
    ['blocking', 4.8, 'One task waits for it'],
    ['energy', 2, 'Needs little energy, which you have'],
    ['effort', 1, 'About 15 minutes'],
  ])
  expect(score).toBeCloseTo(
    terms.reduce((sum, { points }) => sum + points, 0),
    5,
  )
  expect((await app.call(getTaskScore, { id: other.id })).terms).toMatchObject([
    { term: 'blocked', points: -5, reason: 'It waits for another task' },
  ])
})

it('speaks kindly of what was due before, and asks nothing of what is done', async () => {
  await using app = await openTasksApp({ clock: () => NOW })
  const { id } = await app.call(createTask, { title: 'Call', dueAt: at(-2) })
  expect((await app.call(getTaskScore, { id })).terms[0]!.reason).toBe('Still open 2 days after its date')
  await app.call(completeTask, { id })
  expect(await app.call(getTaskScore, { id })).toEqual({ id, score: 0, terms: [] })
})

it('lists by score, each way round, page by page, as it was when the list began', async () => {
  let now = NOW
  await using app = await openTasksApp({ clock: () => now })
  for (let n = 0; n < 6; n++)
    await app.call(createTask, { title: `${n}`, priority: n % 4, dueAt: n % 2 ? at(n) : null })
  const whole = (await app.call(listTasks, { sort: 'score' })).items
  const scores = await Promise.all(whole.map(({ id }) => app.call(getTaskScore, { id })))
  const sorted = scores.map(({ score }) => score)
  expect(sorted).toEqual([...sorted].sort((a, b) => b - a))
  expect((await app.call(listTasks, { q: 'sort:-score' })).items).toEqual(whole)
  expect((await app.call(listTasks, { q: 'sort:score' })).items).toEqual([...whole].reverse())
  expect((await app.call(listTasks, { q: 'priority:>=2 sort:-score' })).items).toEqual(
    whole.filter(({ priority }) => priority >= 2),
  )

  const paged: Task[] = []
  let cursor: string | null = null
  do {
    const page: { items: Task[]; next: string | null } = await app.call(listTasks, {
      q: 'sort:-score',
      limit: 2,
      ...(cursor && { cursor }),
    })
    paged.push(...page.items)
    cursor = page.next
    now += 3 * 86_400_000
  } while (cursor)
  expect(paged).toEqual(whole)
  const { next } = await app.call(listTasks, { sort: 'newest', limit: 1 })
  expect(await app.as(app.owner).call(listTasks, { sort: 'score', cursor: next! })).toMatchObject({
    code: 'bad-cursor',
  })
})

it('takes each person’s own weights', async () => {
  await using app = await openTasksApp({ clock: () => NOW })
  await app.call(createTask, { title: 'urgent', dueAt: at(1) })
  await app.call(createTask, { title: 'important', priority: 3 })
  expect(await order(app)).toEqual(['urgent', 'important'])
  await app.call(updateSetting, { name: scoreWeights.name, value: { ...scoreWeights.default, due: 0 } })
  expect(await order(app)).toEqual(['important', 'urgent'])
  const other = app.as(app.person('member'))
  expect(await other.call(listTasks, { sort: 'score' })).toMatchObject({ items: [{ title: 'urgent' }, {}] })
})

it('scores nothing of another workspace', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Ours' })
  const them = app.as(stranger(app))
  expect(await them.call(getTaskScore, { id })).toMatchObject({ code: 'task-not-found' })
  expect(await them.call(listTasks, { sort: 'score' })).toEqual({ items: [], next: null })
})

const order = async (app: TestApp) => (await app.call(listTasks, { sort: 'score' })).items.map(({ title }) => title)
