import { expect, it } from 'vitest'
import { createTask, getTask, listTasks, resetDay, undoTaskChange } from '#modules/tasks/contract.ts'
import { openTasksApp, stranger } from '#modules/tasks/server/testing/open-tasks-app.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const at = (days: number) => new Date(NOW + days * 86_400_000).toISOString()

it('takes the date off what is still open from before, keeps deadlines, and is undone in one', async () => {
  await using app = await openTasksApp({ clock: () => NOW })
  const late = await app.call(createTask, { title: 'call', dueAt: at(-3), deadlineOn: '2026-11-30' })
  const later = await app.call(createTask, { title: 'write', dueAt: at(-1) })
  await app.call(createTask, { title: 'today', dueAt: at(-0.3) })
  await app.call(createTask, { title: 'soon', dueAt: at(2) })
  const done = await app.call(resetDay, { zone: 'Europe/Berlin' })
  expect(done).toMatchObject({ tasks: 2, more: false, message: expect.stringContaining('still open') })
  expect(done.message).not.toMatch(/overdue|late|missed|fail/i)
  expect(await app.call(getTask, { id: late.id })).toMatchObject({ dueAt: null, deadlineOn: '2026-11-30' })
  expect((await app.call(listTasks, { q: 'has:due sort:due' })).items.map(({ title }) => title)).toEqual([
    'today',
    'soon',
  ])
  await app.call(undoTaskChange, { changeId: done.changeId! })
  expect((await app.call(getTask, { id: later.id })).dueAt).toBe(later.dueAt)
  expect((await app.call(getTask, { id: late.id })).dueAt).toBe(late.dueAt)
})

it('says so kindly when there is nothing, and touches no other workspace', async () => {
  await using app = await openTasksApp({ clock: () => NOW })
  await app.call(createTask, { title: 'ours', dueAt: at(-3) })
  expect(await app.as(stranger(app)).call(resetDay, { zone: 'UTC' })).toMatchObject({ tasks: 0, changeId: null })
  expect(await app.as(app.owner).call(resetDay, { zone: 'Mars/Base' })).toMatchObject({ code: 'bad-zone' })
})
