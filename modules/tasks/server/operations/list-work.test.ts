import { expect, it } from 'vitest'
import { completeTask, createTask, deleteTask, listWork } from '../../contract.ts'
import { openTasksApp, stranger } from '../testing/open-tasks-app.ts'

it('lists one’s own tasks with their times, page by page, without the trash', async () => {
  await using app = await openTasksApp()
  for (const title of ['One', 'Two', 'Three']) await app.call(createTask, { title })
  const { id } = await app.call(createTask, { title: 'Gone' })
  await app.call(deleteTask, { id })
  const first = await app.call(listWork, { limit: 2 })
  expect(first.items.map(({ title }) => title)).toEqual(['One', 'Two'])
  const second = await app.call(listWork, { limit: 2, cursor: first.next! })
  expect(second).toMatchObject({ items: [{ title: 'Three' }], next: null })
  for (const other of [stranger(app), app.person('member')])
    expect(await app.as(other).call(listWork, {})).toEqual({ items: [], next: null })
})

it('narrows to what is done and timed, and to what is new', async () => {
  let now = Date.UTC(2026, 10, 1)
  await using app = await openTasksApp({ clock: () => now })
  const { id } = await app.call(createTask, { title: 'Timed', spentMinutes: 25, estimateMin: 10, labels: ['home'] })
  await app.call(createTask, { title: 'Old' })
  now = Date.UTC(2026, 10, 2)
  await app.call(completeTask, { id })
  await app.call(createTask, { title: 'New' })
  expect(await app.call(listWork, { timed: true })).toMatchObject({
    items: [{ title: 'Timed', spentMinutes: 25, estimateMin: 10, labels: ['home'], status: 'done' }],
  })
  const since = await app.call(listWork, { since: '2026-11-02T00:00:00Z' })
  expect(since.items.map(({ title }) => title)).toEqual(['Timed', 'New'])
})
