import { expect, it } from 'vitest'
import {
  addDependency,
  addStep,
  createTask,
  deleteTask,
  getTask,
  listDependencies,
  listTasks,
} from '#modules/tasks/contract.ts'
import { find } from '#modules/search/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'

const DAY = 86_400_000

it('keeps what is deleted for 30 days, then erases it for good', async () => {
  let now = Date.UTC(2026, 10, 20, 12)
  await using app = await openAppOf(['identity', 'mail', 'tasks', 'search'], { clock: () => now })
  const trip = await app.call(createTask, { title: 'Trip to Oslo', labels: ['travel'] })
  await app.call(addStep, { taskId: trip.id, title: 'Pack for Oslo' })
  const other = await app.call(createTask, { title: 'Water plants' })
  await app.call(addDependency, { id: other.id, onId: trip.id })
  await app.call(deleteTask, { id: trip.id })
  now += 29 * DAY
  const later = await app.call(createTask, { title: 'Later Oslo' })
  await app.call(deleteTask, { id: later.id })
  await app.settle()
  expect((await app.call(listTasks, { view: 'trash' })).items).toHaveLength(3)
  expect((await app.call(find, { q: 'oslo in:trash' })).items).toHaveLength(3)

  now += 2 * DAY
  // A job that is new has the runner look what else is due: its own sleep is by the clock of this machine.
  await app.call(deleteTask, { id: (await app.call(createTask, { title: 'Newest' })).id })
  await app.settle()
  const left = (await app.call(listTasks, { view: 'trash' })).items.map(({ title }) => title)
  expect(left).toEqual(['Newest', 'Later Oslo'])
  expect(await app.as(app.owner).call(getTask, { id: trip.id })).toMatchObject({ code: 'task-not-found' })
  expect(await app.call(listDependencies, { id: other.id })).toEqual({ waitsFor: [], holdsUp: [] })
  expect((await app.call(find, { q: 'oslo in:trash' })).items.map(({ title }) => title)).toEqual(['Later Oslo'])
})
