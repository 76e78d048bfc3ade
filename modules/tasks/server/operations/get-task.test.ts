import { expect, it } from 'vitest'
import { createTask, deleteTask, getTask } from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('answers with an ETag, and 304 to who has that revision', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Read me' })
  const response = await app.fetch(`/api/v1/tasks/${id}`)
  expect(response.headers.get('etag')).toBe('"1"')
  expect((await app.fetch(`/api/v1/tasks/${id}`, { headers: { 'if-none-match': '"1"' } })).status).toBe(304)
})

it('shows a task in the trash, with when it went there', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Old' })
  await app.call(deleteTask, { id })
  expect((await app.call(getTask, { id })).deletedAt).not.toBeNull()
})

it('knows no task of another workspace and none that is not there', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Ours' })
  expect(await app.as(stranger(app)).call(getTask, { id })).toMatchObject({ code: 'task-not-found' })
  expect(await app.as(app.owner).call(getTask, { id: unknownId })).toMatchObject({ code: 'task-not-found' })
  expect((await app.fetch(`/api/v1/tasks/${unknownId}`)).status).toBe(404)
  expect((await app.fetch('/api/v1/tasks/not-an-id')).status).toBe(400)
})

it('is closed to guests and to nobody in particular', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Ours' })
  expect(await app.as(app.person('guest')).call(getTask, { id })).toMatchObject({ code: 'not-allowed' })
  expect((await app.fetch(`/api/v1/tasks/${id}`, { anonymous: true })).status).toBe(401)
})
