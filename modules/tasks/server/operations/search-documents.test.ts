import { expect, it } from 'vitest'
import { systemActor } from '#kernel/actor.ts'
import { SearchFlag } from '#modules/search/contract.ts'
import {
  completeTask,
  createProject,
  createTask,
  deleteTask,
  describeTasks,
  taskSearchDocuments,
} from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

it('gives search a task with its words, keywords and audience', async () => {
  await using app = await openTasksApp()
  const project = await app.call(createProject, { name: 'Site' })
  const task = await app.call(createTask, {
    title: 'Ünvoice',
    notes: 'for Ada',
    projectId: project.id,
    priority: 2,
    dueAt: '2026-12-01T08:00:00Z',
  })
  const search = systemActor('search', app.owner.workspaceId, null)
  const { items } = await app.daybook.kernel.callAs(search, taskSearchDocuments, { ids: [task.id, unknownId] })
  expect(items).toEqual([
    {
      id: task.id,
      parentId: null,
      date: Date.parse(task.createdAt),
      title: 'Ünvoice',
      people: '',
      from: '',
      to: '',
      files: '',
      body: 'for Ada',
      keywords: ['type:task', 'status:inbox', 'priority:2', `project:${project.id}`],
      labels: [],
      size: 8 + 7,
      flags: 0,
      due: Date.UTC(2026, 11, 1, 8),
      audience: [`w:${app.owner.workspaceId}`],
    },
  ])
})

it('marks what is done and what is in the trash, and leaves the text out when only that is asked', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Old', notes: 'long text' })
  await app.call(completeTask, { id })
  await app.call(deleteTask, { id })
  const search = systemActor('search', app.owner.workspaceId, null)
  const { items } = await app.daybook.kernel.callAs(search, taskSearchDocuments, { ids: [id], textToo: false })
  expect(items[0]).toMatchObject({ flags: SearchFlag.done | SearchFlag.trash, body: '', title: 'Old' })
})

it('gives search nothing of another workspace, and people nothing at all', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Ours' })
  const search = systemActor('search', stranger(app).workspaceId, null)
  expect(await app.daybook.kernel.callAs(search, taskSearchDocuments, { ids: [id] })).toEqual({ items: [] })
  expect(await app.as(app.owner).call(taskSearchDocuments, { ids: [id] })).toMatchObject({
    code: 'operation-not-found',
  })
})

it('describes tasks in the order asked, without strangers, unknown ones and the trash', async () => {
  await using app = await openTasksApp()
  const one = await app.call(createTask, { title: 'One' })
  const two = await app.call(createTask, { title: 'Two' })
  const gone = await app.call(createTask, { title: 'Gone' })
  await app.call(deleteTask, { id: gone.id })
  const ids = [two.id, unknownId, one.id, gone.id, 'nonsense', two.id]
  expect(await app.call(describeTasks, { ids })).toEqual({
    items: [
      { id: two.id, title: 'Two' },
      { id: one.id, title: 'One' },
    ],
  })
  expect(await app.call(describeTasks, { ids: [] })).toEqual({ items: [] })
  expect(await app.as(stranger(app)).call(describeTasks, { ids })).toEqual({ items: [] })
})
