import { expect, it } from 'vitest'
import { listAudit } from '#kernel/builtin/contract.ts'
import { createProject, createTask, deleteTask, getTask, updateTask, type TaskStatus } from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('changes what is given and leaves the rest', async () => {
  await using app = await openTasksApp()
  const task = await app.call(createTask, { title: 'Draft', notes: 'Keep me', dueAt: '2026-12-01T08:00:00Z' })
  await app.takeEvents()
  const changed = await app.call(updateTask, { id: task.id, title: 'Final', dueAt: null })
  expect(changed).toMatchObject({ title: 'Final', notes: 'Keep me', dueAt: null, rev: 2 })
  expect(await app.takeEvents()).toEqual(['tasks.updated'])
  expect(await app.call(getTask, { id: task.id })).toEqual(changed)
})

it('writes nothing when nothing changes', async () => {
  await using app = await openTasksApp()
  const task = await app.call(createTask, { title: 'Same', dueAt: '2026-12-01T09:00:00+01:00' })
  await app.takeEvents()
  expect(
    await app.call(updateTask, { id: task.id, title: 'Same', dueAt: '2026-12-01T08:00:00Z', status: 'inbox' }),
  ).toEqual(task)
  expect(await app.takeEvents()).toEqual([])
})

it('refuses a change of an older revision and says which one it is at', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'One' })
  await app.call(updateTask, { id, rev: 1, title: 'Two' })
  const refused = await app.as(app.owner).call(updateTask, { id, rev: 1, title: 'Late' })
  expect(refused).toMatchObject({ code: 'stale-revision', detail: expect.stringContaining('revision 2') })
  expect((await app.call(getTask, { id })).title).toBe('Two')
})

it('takes the revision as If-Match: 412 when stale, 400 when it is no ETag, the new ETag when it fits', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'One' })
  const patch = (etag: string) =>
    app.fetch(`/api/v1/tasks/${id}`, {
      method: 'PATCH',
      body: '{"title":"Two"}',
      headers: { 'content-type': 'application/json', 'if-match': etag },
    })
  expect((await patch('"7"')).status).toBe(412)
  expect((await patch('yesterday')).status).toBe(400)
  const fitting = await patch('"1"')
  expect(fitting.status).toBe(200)
  expect(fitting.headers.get('etag')).toBe('"2"')
})

it.each([
  ['next', ['tasks.updated']],
  ['waiting', ['tasks.updated']],
  ['dropped', ['tasks.updated']],
  ['done', ['tasks.completed']],
] as const)('moves from the inbox to %s and tells %j', async (status, events) => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Move me' })
  await app.takeEvents()
  const moved = await app.call(updateTask, { id, status })
  expect(moved.status).toBe(status)
  expect(moved.completedAt === null).toBe(status !== 'done')
  expect(await app.takeEvents()).toEqual(events)
})

it('tells of the end and of the change when both come together', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Both' })
  await app.takeEvents()
  await app.call(updateTask, { id, status: 'done', notes: 'Went well' })
  expect(await app.takeEvents()).toEqual(['tasks.completed', 'tasks.updated'])
})

it('opens a closed task again by a move, and forgets when it was done', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Again' })
  await app.call(updateTask, { id, status: 'done' })
  await app.takeEvents()
  expect(await app.call(updateTask, { id, status: 'doing' })).toMatchObject({ status: 'doing', completedAt: null })
  expect(await app.takeEvents()).toEqual(['tasks.reopened'])
})

it.each([
  ['done', 'dropped'],
  ['dropped', 'done'],
] as [TaskStatus, TaskStatus][])('refuses to turn %s into %s and names the legal moves', async (from, to) => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Closed' })
  await app.call(updateTask, { id, status: from })
  const refused = await app.fetch(`/api/v1/tasks/${id}`, {
    method: 'PATCH',
    body: JSON.stringify({ status: to }),
    headers: { 'content-type': 'application/json' },
  })
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({
    code: 'illegal-move',
    detail: expect.stringContaining('inbox, next, doing, waiting'),
  })
})

it('refuses a project that is not there or not ours', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Homeless' })
  expect(await app.as(app.owner).call(updateTask, { id, projectId: unknownId })).toMatchObject({
    code: 'project-not-found',
  })
  const theirs = await app.as(stranger(app)).call(createProject, { name: 'Theirs' })
  expect(await app.as(app.owner).call(updateTask, { id, projectId: (theirs as { id: string }).id })).toMatchObject({
    code: 'project-not-found',
  })
})

it('cannot touch a task of another workspace or one in the trash', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Ours' })
  expect(await app.as(stranger(app)).call(updateTask, { id, title: 'Mine now' })).toMatchObject({
    code: 'task-not-found',
  })
  await app.call(deleteTask, { id })
  expect(await app.as(app.owner).call(updateTask, { id, title: 'Too late' })).toMatchObject({ code: 'task-not-found' })
  expect((await app.call(getTask, { id })).title).toBe('Ours')
})

it('keeps what changed in the audit trail', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Before' })
  await app.call(updateTask, { id, title: 'After' })
  const { items } = await app.call(listAudit, { subject: id, operation: 'tasks.update' })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    outcome: 'ok',
    actorId: app.owner.id,
    before: { title: 'Before', rev: 1 },
    after: { title: 'After', rev: 2 },
  })
})
