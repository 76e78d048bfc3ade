import { expect, it } from 'vitest'
import type { Failure } from '#kernel/failure.ts'
import { createProject, createTask, getTask } from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('makes a task with nothing but a title', async () => {
  await using app = await openTasksApp()
  await app.takeEvents()
  const task = await app.call(createTask, { title: '  Send the invoice ' })
  expect(task).toMatchObject({
    title: 'Send the invoice',
    rev: 1,
    status: 'inbox',
    notes: '',
    priority: 0,
    dueAt: null,
    completedAt: null,
    deletedAt: null,
  })
  expect(await app.takeEvents()).toEqual(['tasks.created'])
  expect(await app.call(getTask, { id: task.id })).toEqual(task)
})

it('keeps every field, and answers instants in UTC', async () => {
  await using app = await openTasksApp()
  const project = await app.call(createProject, { name: 'Website' })
  const task = await app.call(createTask, {
    title: 'Launch',
    notes: '- [ ] check **all** pages',
    status: 'doing',
    priority: 3,
    startOn: '2026-11-30',
    dueAt: '2026-12-01T09:00:00+01:00',
    deadlineOn: '2026-12-02',
    projectId: project.id,
  })
  expect(task).toMatchObject({
    status: 'doing',
    priority: 3,
    startOn: '2026-11-30',
    dueAt: '2026-12-01T08:00:00.000Z',
    deadlineOn: '2026-12-02',
    projectId: project.id,
  })
})

it('refuses a project that is not there, and stores nothing', async () => {
  await using app = await openTasksApp()
  await app.takeEvents()
  const refused = await app.as(app.owner).call(createTask, { title: 'Lost', projectId: unknownId })
  expect(refused).toMatchObject({ code: 'project-not-found' })
  expect(await app.takeEvents()).toEqual([])
})

it('takes no project of another workspace', async () => {
  await using app = await openTasksApp()
  const project = await app.call(createProject, { name: 'Ours' })
  expect(await app.as(stranger(app)).call(createTask, { title: 'Theirs', projectId: project.id })).toMatchObject({
    code: 'project-not-found',
  })
})

it.each([
  [{ title: '   ' }, '/title'],
  [{ title: 'x'.repeat(501) }, '/title'],
  [{ title: 'A', priority: 4 }, '/priority'],
  [{ title: 'A', status: 'done' }, '/status'],
  [{ title: 'A', dueAt: 'tomorrow' }, '/dueAt'],
  [{ title: 'A', startOn: '2026-02-30' }, '/startOn'],
  [{ title: 'A', colour: 'red' }, '/colour'],
  [{}, '/title'],
])('refuses %j and points at the fault', async (input, pointer) => {
  await using app = await openTasksApp()
  const refused = (await app.as(app.owner).call(createTask, input as never)) as unknown as Failure
  expect(refused.code).toBe('invalid-input')
  expect(refused.errors?.map((error) => error.pointer)).toContain(pointer)
})

it('answers a repeated request with the same task', async () => {
  await using app = await openTasksApp()
  const post = (title: string) =>
    app.fetch('/api/v1/tasks', {
      method: 'POST',
      body: JSON.stringify({ title }),
      headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
    })
  const first = await (await post('Once')).json()
  const again = await post('Once')
  expect(again.status).toBe(201)
  expect(await again.json()).toEqual(first)
  expect((await post('Twice')).status).toBe(422)
})
