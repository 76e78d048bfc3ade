import { expect, it } from 'vitest'
import {
  addDependency,
  addStep,
  bulkUpdateTasks,
  completeTask,
  createProject,
  createTask,
  deleteTask,
  getTask,
  listProjects,
  listTaskChanges,
  listTasks,
  moveTask,
  undoTaskChange,
  updateProject,
  updateTask,
  type Task,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp } from '#testing/test-app.ts'

it('takes back the last change, and the one before it, and a named one again', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'One', labels: ['home'] })
  await app.call(updateTask, { id, title: 'Two', labels: ['work'] })
  await app.call(completeTask, { id })
  expect(await app.call(undoTaskChange, {})).toMatchObject({ operation: 'tasks.complete', undone: 1, kept: 0 })
  expect(await task(app, id)).toMatchObject({ status: 'inbox', completedAt: null, title: 'Two' })
  const { changeId } = await app.call(undoTaskChange, { taskId: id })
  expect(await task(app, id)).toMatchObject({ title: 'One', labels: ['home'] })
  expect((await app.call(listTasks, { q: 'label:work' })).items).toEqual([])
  await app.call(undoTaskChange, { changeId: changeId! })
  expect(await task(app, id)).toMatchObject({ title: 'Two', labels: ['work'] })
})

it('puts a task that was made into the trash, and says when there is nothing to undo', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Oops' })
  await app.takeEvents()
  expect(await app.call(undoTaskChange, {})).toMatchObject({ operation: 'tasks.create', taskIds: [id] })
  expect(await app.takeEvents()).toEqual(['tasks.deleted'])
  expect((await task(app, id)).deletedAt).not.toBeNull()
  expect(await app.as(app.owner).call(undoTaskChange, {})).toMatchObject({ code: 'change-not-found' })
})

it('takes a whole branch out of the trash again', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Trip' })
  const step = await app.call(addStep, { taskId: id, title: 'Pack' })
  await app.call(deleteTask, { id })
  await app.call(undoTaskChange, {})
  for (const each of [id, step.id]) expect((await task(app, each)).deletedAt).toBeNull()
})

it('moves a branch back, all below it too', async () => {
  await using app = await openTasksApp()
  const top = await app.call(createTask, { title: 'Top', level: 0 })
  const phase = await app.call(createTask, { title: 'Phase', parentId: top.id })
  const epic = await app.call(createTask, { title: 'Epic', parentId: phase.id })
  const sprint = await app.call(createTask, { title: 'Sprint', parentId: epic.id })
  await app.call(moveTask, { id: epic.id, parentId: top.id })
  await app.call(undoTaskChange, {})
  expect(await task(app, epic.id)).toMatchObject({ parentId: phase.id, level: 2 })
  expect((await task(app, sprint.id)).level).toBe(3)
})

it('undoes what waits for what, and changes of projects', async () => {
  await using app = await openTasksApp()
  const a = await app.call(createTask, { title: 'a' })
  const b = await app.call(createTask, { title: 'b' })
  await app.call(addDependency, { id: b.id, onId: a.id })
  expect((await app.call(undoTaskChange, { taskId: b.id })).operation).toBe('tasks.add-dependency')
  expect((await task(app, b.id)).blocked).toBe(false)

  const project = await app.call(createProject, { name: 'Site' })
  await app.call(updateProject, { id: project.id, name: 'Shop', archived: true })
  await app.call(undoTaskChange, {})
  expect((await app.call(listProjects, {})).items[0]).toMatchObject({ name: 'Site', archived: false })
})

it('keeps what somebody has changed since', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'One' })
  await app.call(updateTask, { id, title: 'Two', priority: 2 })
  const change = (await app.call(listTaskChanges, {})).items[0]!
  await app.as(app.person('member')).call(updateTask, { id, title: 'Three' })
  expect(await app.call(undoTaskChange, { changeId: change.id })).toMatchObject({ undone: 1 })
  expect(await task(app, id)).toMatchObject({ title: 'Three', priority: 0 })
})

it('is one’s own: nobody else undoes or sees it', async () => {
  await using app = await openTasksApp()
  await app.call(createTask, { title: 'Mine' })
  const [change] = (await app.call(listTaskChanges, {})).items
  expect(change).toMatchObject({ operation: 'tasks.create', records: 1, undone: false })
  for (const other of [app.person('member'), stranger(app)]) {
    expect(await app.as(other).call(undoTaskChange, { changeId: change!.id })).toMatchObject({
      code: 'change-not-found',
    })
    expect(await app.as(other).call(listTaskChanges, {})).toEqual({ items: [] })
  }
})

it('changes many at once by ids and by filter, and takes it all back in one', async () => {
  await using app = await openTasksApp()
  const [a, b, c] = [await make(app, 'a'), await make(app, 'b'), await make(app, 'c')]
  await app.call(completeTask, { id: c.id })
  const result = await app.call(bulkUpdateTasks, {
    ids: [a.id, c.id, '01933b6e-8f00-7000-8000-000000000001'],
    status: 'dropped',
    priority: 2,
    addLabels: ['later'],
    removeLabels: ['home'],
  })
  expect(result).toMatchObject({
    changed: 1,
    skipped: [
      { id: c.id, code: 'illegal-move' },
      { id: '01933b6e-8f00-7000-8000-000000000001', code: 'task-not-found' },
    ],
  })
  expect(await task(app, a.id)).toMatchObject({ status: 'dropped', priority: 2, labels: ['later'] })
  await app.call(undoTaskChange, { changeId: result.changeId! })
  expect(await task(app, a.id)).toMatchObject({ status: 'inbox', priority: 0, labels: ['home'] })

  const trashed = await app.call(bulkUpdateTasks, { q: 'label:home', trash: true })
  expect(trashed.changed).toBe(2)
  expect((await app.call(listTasks, {})).items).toEqual([])
  expect(await app.call(undoTaskChange, {})).toMatchObject({ undone: 2, kept: 0 })
  expect((await app.call(listTasks, {})).items.map(({ id }) => id)).toEqual([b.id, a.id])
})

it('changes nothing when nobody says which', async () => {
  await using app = await openTasksApp()
  await make(app, 'a')
  for (const input of [{ priority: 3 }, { priority: 3, q: ' ' }])
    expect(await app.call(bulkUpdateTasks, input)).toEqual({ changed: 0, skipped: [], changeId: null })
})

const make = (app: TestApp, title: string): Promise<Task> => app.call(createTask, { title, labels: ['home'] })
const task = (app: TestApp, id: string) => app.call(getTask, { id })
