import { expect, it } from 'vitest'
import { completeTask, createTask, deleteTask, getTask, reopenTask, updateTask } from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('marks a task as done and tells by whom', async () => {
  const noon = Date.UTC(2026, 10, 21, 12)
  await using app = await openTasksApp({ clock: () => noon })
  const { id } = await app.call(createTask, { title: 'Call Ada' })
  await app.takeEvents()
  expect(await app.call(completeTask, { id })).toMatchObject({
    status: 'done',
    completedAt: '2026-11-21T12:00:00.000Z',
    rev: 2,
  })
  expect(await app.takeEvents()).toEqual(['tasks.completed'])
})

it('refuses to complete a task twice', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Once' })
  await app.call(completeTask, { id })
  await app.takeEvents()
  expect(await app.as(app.owner).call(completeTask, { id })).toMatchObject({ code: 'already-done' })
  expect(await app.takeEvents()).toEqual([])
})

it('is undone by reopening: the task is where it was', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Oops', status: 'waiting' })
  await app.call(completeTask, { id })
  await app.takeEvents()
  expect(await app.call(reopenTask, { id })).toMatchObject({ status: 'waiting', completedAt: null })
  expect(await app.takeEvents()).toEqual(['tasks.reopened'])
})

it('reopens what was dropped, where it was', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Maybe' })
  await app.call(updateTask, { id, status: 'doing' })
  await app.call(updateTask, { id, status: 'dropped' })
  expect(await app.call(reopenTask, { id })).toMatchObject({ status: 'doing' })
})

it('refuses to reopen what is open, and to complete what was dropped', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Open' })
  expect(await app.as(app.owner).call(reopenTask, { id })).toMatchObject({ code: 'already-open' })
  await app.call(updateTask, { id, status: 'dropped' })
  expect(await app.as(app.owner).call(completeTask, { id })).toMatchObject({ code: 'illegal-move' })
})

it.each([completeTask, reopenTask])('guards $name by revision, workspace and trash', async (operation) => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Guarded' })
  if (operation === reopenTask) await app.call(completeTask, { id })
  expect(await app.as(app.owner).call(operation, { id, rev: 99 })).toMatchObject({ code: 'stale-revision' })
  expect(await app.as(stranger(app)).call(operation, { id })).toMatchObject({ code: 'task-not-found' })
  expect(await app.as(app.owner).call(operation, { id: unknownId })).toMatchObject({ code: 'task-not-found' })
  await app.call(deleteTask, { id })
  expect(await app.as(app.owner).call(operation, { id })).toMatchObject({ code: 'task-not-found' })
  expect((await app.call(getTask, { id })).title).toBe('Guarded')
})
