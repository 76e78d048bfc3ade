import { expect, it } from 'vitest'
import { completeTask, createTask, deleteTask, getTask, listTasks, restoreTask } from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('puts a task in the trash and shows it nowhere else', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Away' })
  await app.takeEvents()
  expect((await app.call(deleteTask, { id })).deletedAt).not.toBeNull()
  expect(await app.takeEvents()).toEqual(['tasks.deleted'])
  for (const view of ['open', 'done', 'all'] as const) expect((await app.call(listTasks, { view })).items).toEqual([])
  expect((await app.call(listTasks, { view: 'trash' })).items.map((task) => task.id)).toEqual([id])
})

it('is undone by restoring: only revision and times have moved on', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Back', status: 'next', dueAt: '2026-12-01T08:00:00Z' })
  const done = await app.call(completeTask, { id })
  await app.call(deleteTask, { id })
  await app.takeEvents()
  const restored = await app.call(restoreTask, { id })
  expect(restored).toEqual({ ...done, rev: 4, updatedAt: restored.updatedAt })
  expect(await app.takeEvents()).toEqual(['tasks.restored'])
  expect((await app.call(listTasks, { view: 'done' })).items).toHaveLength(1)
})

it('refuses to delete twice, and to restore what is not in the trash', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Once' })
  expect(await app.as(app.owner).call(restoreTask, { id })).toMatchObject({ code: 'already-restored' })
  await app.call(deleteTask, { id })
  expect(await app.as(app.owner).call(deleteTask, { id })).toMatchObject({ code: 'already-deleted' })
  expect((await app.fetch(`/api/v1/tasks/${id}`, { method: 'DELETE' })).status).toBe(409)
})

it('takes the revision of a deletion as If-Match', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Careful' })
  expect((await app.fetch(`/api/v1/tasks/${id}`, { method: 'DELETE', headers: { 'if-match': '"9"' } })).status).toBe(
    412,
  )
  expect((await app.fetch(`/api/v1/tasks/${id}`, { method: 'DELETE', headers: { 'if-match': '"1"' } })).status).toBe(
    200,
  )
})

it.each([deleteTask, restoreTask])('guards $name by revision and workspace', async (operation) => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Guarded' })
  if (operation === restoreTask) await app.call(deleteTask, { id })
  expect(await app.as(app.owner).call(operation, { id, rev: 99 })).toMatchObject({ code: 'stale-revision' })
  expect(await app.as(stranger(app)).call(operation, { id })).toMatchObject({ code: 'task-not-found' })
  expect(await app.as(app.owner).call(operation, { id: unknownId })).toMatchObject({ code: 'task-not-found' })
  expect((await app.call(getTask, { id })).deletedAt === null).toBe(operation === deleteTask)
})
