import { expect, it } from 'vitest'
import {
  createTask,
  deleteTaskLabel,
  getTask,
  listTaskLabels,
  listTasks,
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
