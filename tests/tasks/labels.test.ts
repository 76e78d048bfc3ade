import { expect, it } from 'vitest'
import {
  createTask,
  deleteTaskLabel,
  getTask,
  listTaskChanges,
  listTaskLabels,
  listTasks,
  undoTaskChange,
  updateTask,
  updateTaskLabel,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger } from '#modules/tasks/server/testing/open-tasks-app.ts'

it('makes a label when a task first bears it, and writes it as it was first written', async () => {
  await using app = await openTasksApp()
  await app.call(createTask, { title: 'One', labels: ['Home', 'errand'] })
  const two = await app.call(createTask, { title: 'Two', labels: ['HOME', 'home', 'Garden'] })
  expect(two.labels).toEqual(['Home', 'Garden'])
  expect((await app.call(listTaskLabels, {})).items.map(({ name }) => name)).toEqual(['errand', 'Garden', 'Home'])
})

it('changes the labels of a task as a whole, and finds it by the new ones alone', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'One', labels: ['home'] })
  expect(await app.call(updateTask, { id, labels: ['work', 'garden'] })).toMatchObject({ rev: 2 })
  expect((await app.call(listTasks, { q: 'label:home' })).items).toEqual([])
  expect((await app.call(listTasks, { q: 'label:garden' })).items).toHaveLength(1)
  expect((await app.call(updateTask, { id, labels: ['Work', 'garden'] })).rev).toBe(2)
  expect((await app.call(updateTask, { id, labels: [] })).labels).toEqual([])
})

it('renames a label on all its tasks, and refuses a name that is taken', async () => {
  await using app = await openTasksApp()
  const one = await app.call(createTask, { title: 'One', labels: ['home', 'garden'] })
  const two = await app.call(createTask, { title: 'Two', labels: ['home'] })
  const home = (await app.call(listTaskLabels, {})).items.find(({ name }) => name === 'home')!
  expect(await app.as(app.owner).call(updateTaskLabel, { id: home.id, name: 'Garden' })).toMatchObject({
    code: 'already-a-label',
  })
  await app.takeEvents()
  expect(await app.call(updateTaskLabel, { id: home.id, name: 'House', color: 'green' })).toMatchObject({
    name: 'House',
    color: 'green',
  })
  expect((await app.takeEvents()).sort()).toEqual(['tasks.label-changed', 'tasks.updated', 'tasks.updated'])
  expect(await app.call(getTask, { id: one.id })).toMatchObject({ labels: ['House', 'garden'], rev: 2 })
  expect((await app.call(getTask, { id: two.id })).labels).toEqual(['House'])
  expect((await app.call(listTasks, { q: 'label:house' })).items).toHaveLength(2)
})

it('takes a renaming back on all its tasks, and that again', async () => {
  await using app = await openTasksApp()
  const one = await app.call(createTask, { title: 'One', labels: ['home', 'garden'] })
  const home = (await app.call(listTaskLabels, {})).items.find(({ name }) => name === 'home')!
  await app.call(updateTaskLabel, { id: home.id, name: 'House', color: 'green' })
  const two = await app.call(createTask, { title: 'Two', labels: ['House'] })
  const change = (await app.call(listTaskChanges, {})).items.find((each) => each.operation === updateTaskLabel.name)!
  await app.takeEvents()
  const undone = await app.call(undoTaskChange, { changeId: change.id })
  expect(undone).toMatchObject({ operation: 'tasks.update-label', undone: 1, kept: 0, taskIds: [] })
  expect((await app.takeEvents()).sort()).toEqual(['tasks.label-changed', 'tasks.updated', 'tasks.updated'])
  expect((await app.call(listTaskLabels, {})).items.at(-1)).toEqual({ ...home, name: 'home', color: null })
  expect((await app.call(getTask, { id: one.id })).labels).toEqual(['home', 'garden'])
  expect((await app.call(getTask, { id: two.id })).labels).toEqual(['home'])
  expect((await app.call(listTasks, { q: 'label:home' })).items).toHaveLength(2)
  await app.call(undoTaskChange, { changeId: undone.changeId! })
  expect((await app.call(getTask, { id: one.id })).labels).toEqual(['House', 'garden'])
})

it('leaves a label alone that was renamed since, or whose name another has by now', async () => {
  await using app = await openTasksApp()
  await app.call(createTask, { title: 'One', labels: ['home'] })
  const { id } = (await app.call(listTaskLabels, {})).items[0]!
  await app.call(updateTaskLabel, { id, name: 'House', color: 'green' })
  const [first] = (await app.call(listTaskChanges, {})).items
  await app.call(createTask, { title: 'Two', labels: ['Home'] })
  // The colour alone is as the change has left it, and free to go back.
  expect(await app.call(undoTaskChange, { changeId: first!.id })).toMatchObject({ undone: 1, kept: 0 })
  expect((await app.call(listTaskLabels, {})).items).toMatchObject([{ name: 'Home' }, { name: 'House', color: null }])
  await app.call(updateTaskLabel, { id, name: 'Cabin' })
  const [second] = (await app.call(listTaskChanges, {})).items
  await app.call(updateTaskLabel, { id, name: 'Hut' })
  expect(await app.call(undoTaskChange, { changeId: second!.id })).toMatchObject({ undone: 0, kept: 1 })
  expect((await app.call(listTaskLabels, {})).items.map(({ name }) => name)).toEqual(['Home', 'Hut'])
})

it('removes a label and leaves its tasks', async () => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'One', labels: ['home', 'garden'] })
  const [garden] = (await app.call(listTaskLabels, {})).items
  expect(await app.call(deleteTaskLabel, { id: garden!.id })).toEqual({ tasks: 1 })
  expect((await app.call(getTask, { id })).labels).toEqual(['home'])
  expect((await app.call(listTasks, { q: 'label:garden' })).items).toEqual([])
})

it('keeps the labels of workspaces apart', async () => {
  await using app = await openTasksApp()
  await app.call(createTask, { title: 'Ours', labels: ['home'] })
  const [ours] = (await app.call(listTaskLabels, {})).items
  const them = app.as(stranger(app))
  expect(await them.call(listTaskLabels, {})).toEqual({ items: [] })
  for (const refused of [
    await them.call(updateTaskLabel, { id: ours!.id, color: 'red' }),
    await them.call(deleteTaskLabel, { id: ours!.id }),
  ])
    expect(refused).toMatchObject({ code: 'label-not-found' })
})
