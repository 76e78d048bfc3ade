import { expect, it } from 'vitest'
import { createTask, listTasks, setTaskStatus, updateTask } from '#modules/tasks/contract.ts'
import { openTasksApp } from '#modules/tasks/server/testing/open-tasks-app.ts'

it.each([
  ['pending', 'inbox'],
  ['todo', 'next'],
  ['in_progress', 'doing'],
  ['completed', 'done'],
  ['cancelled', 'dropped'],
  ['waiting', 'waiting'],
] as const)('takes %s for %s', async (given, status) => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Move me', status: 'next' })
  expect((await app.call(setTaskStatus, { id, status: given })).status).toBe(status)
  expect((await app.call(listTasks, { view: 'all', status: given })).items).toHaveLength(1)
})

it('begins a task open, whatever it is called', async () => {
  await using app = await openTasksApp()
  expect((await app.call(createTask, { title: 'One', status: 'in_progress' })).status).toBe('doing')
  expect(await app.as(app.owner).call(createTask, { title: 'Two', status: 'completed' })).toMatchObject({
    code: 'invalid-input',
  })
})

it('moves by PATCH /tasks/{id}/status, and refuses an illegal move with the legal ones', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Write' })
  const patch = (status: string, etag?: string) =>
    app.fetch(`/api/v2/tasks/${id}/status`, {
      method: 'PATCH',
      body: JSON.stringify({ status }),
      headers: { 'content-type': 'application/json', ...(etag && { 'if-match': etag }) },
    })
  const moved = await patch('completed', '"1"')
  expect(moved.status).toBe(200)
  expect(moved.headers.get('etag')).toBe('"2"')
  const refused = await patch('dropped')
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({
    code: 'illegal-move',
    detail: expect.stringContaining('inbox, next, doing, waiting'),
  })
  expect((await patch('next', '"1"')).status).toBe(412)
})

it('answers /api/v2/tasks as /api/v1/tasks', async () => {
  await using app = await openTasksApp()
  const made = await app.fetch('/api/v2/tasks', {
    method: 'POST',
    body: '{"title":"Same"}',
    headers: { 'content-type': 'application/json' },
  })
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  await app.call(updateTask, { id, title: 'Same task' })
  for (const version of ['v1', 'v2']) {
    const [one, all] = [await app.fetch(`/api/${version}/tasks/${id}`), await app.fetch(`/api/${version}/tasks`)]
    expect(await one.json()).toMatchObject({ id, title: 'Same task', rev: 2 })
    expect(await all.json()).toMatchObject({ items: [{ id }] })
  }
  expect((await app.fetch(`/api/v2/tasks/${id}/complete`, { method: 'POST' })).status).toBe(200)
  expect((await app.fetch(`/api/v2/tasks/${id}`, { method: 'DELETE' })).status).toBe(200)
})
