import { expect, it } from 'vitest'
import {
  addTime,
  createTask,
  deleteTask,
  deleteTime,
  getTask,
  getTaskTree,
  getTimer,
  addStep,
  listTime,
  noteFocusTime,
  startTimer,
  stopTimer,
  undoTaskChange,
  updateTask,
  updateTime,
} from '../../contract.ts'
import { systemActor } from '#kernel/actor.ts'
import type { TestApp } from '#testing/test-app.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

const nine = Date.UTC(2026, 10, 21, 9)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (time: number) => new Date(time).toISOString()
const spent = async (app: TestApp, id: string) => (await app.call(getTask, { id })).spentMinutes

it('runs one timer a person: starting on another task stops it, and minutes follow', async () => {
  let now = nine
  await using app = await openTasksApp({ clock: () => now })
  const one = await app.call(createTask, { title: 'One', spentMinutes: 7 })
  const two = await app.call(createTask, { title: 'Two' })
  await app.takeEvents()
  await app.call(startTimer, { taskId: one.id })
  now += 12 * MINUTE
  expect(await app.call(getTimer, {})).toMatchObject({ timer: { taskTitle: 'One', seconds: 720 }, long: false })
  await app.call(startTimer, { taskId: two.id })
  expect(await spent(app, one.id)).toBe(19)
  now += 90_000
  expect(await app.call(stopTimer, {})).toMatchObject({ taskId: two.id, seconds: 90, source: 'timer' })
  expect(await spent(app, two.id)).toBe(2)
  expect(await app.as(app.owner).call(stopTimer, {})).toMatchObject({ code: 'no-timer' })
  expect(await app.takeEvents()).toEqual([
    'tasks.time-changed',
    'tasks.updated',
    'tasks.time-changed',
    'tasks.time-changed',
    'tasks.updated',
    'tasks.time-changed',
  ])
})

it('lets one of two devices that start at once win, and both see the same timer', async () => {
  await using app = await openTasksApp()
  const tasks = await Promise.all(['One', 'Two', 'Three'].map((title) => app.call(createTask, { title })))
  await Promise.all(tasks.map(({ id }) => app.call(startTimer, { taskId: id })))
  const { items } = await app.call(listTime, {})
  expect(items.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
  expect((await app.call(getTimer, {})).timer).not.toBeNull()
})

it('asks about a timer that runs for long, and cuts nothing by itself', async () => {
  let now = nine
  await using app = await openTasksApp({ clock: () => now })
  const { id: taskId } = await app.call(createTask, { title: 'Left running' })
  await app.call(startTimer, { taskId })
  now += 11 * HOUR
  expect(await app.call(getTimer, {})).toMatchObject({ long: true, timer: { seconds: 11 * 3600 } })
  for (const endedAt of [at(nine - 1), at(now + 1)])
    expect(await app.as(app.owner).call(stopTimer, { endedAt })).toMatchObject({ code: 'bad-span' })
  await app.call(stopTimer, { endedAt: at(nine + 2 * HOUR) })
  expect(await spent(app, taskId)).toBe(120)
  await app.call(undoTaskChange, {})
  expect(await app.call(getTimer, {})).toMatchObject({ long: true })
  expect(await spent(app, taskId)).toBe(0)
})

it('leaves out a while that one was away, and goes on', async () => {
  let now = nine
  await using app = await openTasksApp({ clock: () => now })
  const { id: taskId } = await app.call(createTask, { title: 'Away for lunch' })
  const first = await app.call(startTimer, { taskId })
  now += HOUR
  const next = await app.call(startTimer, { taskId, previousEndedAt: at(nine + 20 * MINUTE) })
  expect(next.id).not.toBe(first.id)
  now += 10 * MINUTE
  await app.call(stopTimer, {})
  expect(await spent(app, taskId)).toBe(30)
})

it('keeps time by hand, changes it, takes it away and brings it back', async () => {
  const now = nine
  await using app = await openTasksApp({ clock: () => now })
  const { id: taskId } = await app.call(createTask, { title: 'By hand' })
  const { id } = await app.call(addTime, { taskId, minutes: 30, note: 'On the train' })
  // The same half hour twice is an hour: who writes it down knows.
  await app.call(addTime, { taskId, minutes: 30 })
  expect(await spent(app, taskId)).toBe(60)
  await app.call(updateTime, { id, minutes: 15, startedAt: at(nine - 3 * HOUR) })
  expect(await spent(app, taskId)).toBe(45)
  await app.call(updateTask, { id: taskId, spentMinutes: 100 })
  await app.call(deleteTime, { id })
  expect(await spent(app, taskId)).toBe(85)
  await app.call(undoTaskChange, {})
  expect(await spent(app, taskId)).toBe(100)
  expect((await app.call(listTime, { taskId })).items).toMatchObject([
    { seconds: 1800 },
    { seconds: 900, note: 'On the train' },
  ])
  const future = { taskId, minutes: 5, startedAt: at(now) }
  expect(await app.as(app.owner).call(addTime, future)).toMatchObject({ code: 'bad-span' })
  await app.call(startTimer, { taskId })
  const running = (await app.call(getTimer, {})).timer!
  expect(await app.as(app.owner).call(updateTime, { id: running.id, minutes: 5 })).toMatchObject({ code: 'timer-runs' })
})

it('sums what steps took with their task', async () => {
  await using app = await openTasksApp({ clock: () => nine })
  const { id } = await app.call(createTask, { title: 'Letter' })
  const step = await app.call(addStep, { taskId: id, title: 'Open it' })
  await app.call(addTime, { taskId: id, minutes: 10 })
  await app.call(addTime, { taskId: step.id, minutes: 5 })
  expect((await app.call(getTaskTree, { id })).items[0]).toMatchObject({ spentMinutes: 15 })
})

it('counts a focus session once: told twice, corrected, or with a timer beside it', async () => {
  let now = nine
  await using app = await openTasksApp({ clock: () => now })
  const { id: taskId } = await app.call(createTask, { title: 'Deep' })
  const actor = systemActor('focus', app.owner.workspaceId, app.owner.id)
  const note = (input: object) => app.daybook.kernel.callAs(actor, noteFocusTime, { ...session, ...input } as never)
  const stretch = (from: number, to: number) => ({
    startedAt: at(nine + from * MINUTE),
    endedAt: at(nine + to * MINUTE),
  })
  const session = { sessionId: unknownId, taskId, begunAt: at(nine) }

  now = nine - 10 * MINUTE
  await app.call(startTimer, { taskId })
  now = nine + 60 * MINUTE
  for (let time = 0; time < 2; time++) await note({ stretches: [stretch(0, 25)] })
  expect(await app.call(getTimer, {})).toMatchObject({ timer: null })
  expect(await spent(app, taskId)).toBe(35)

  await app.call(startTimer, { taskId, previousEndedAt: undefined })
  now = nine + 80 * MINUTE
  await note({ stretches: [stretch(0, 25), stretch(60, 75)] })
  await app.call(stopTimer, {})
  expect(await spent(app, taskId)).toBe(10 + 25 + 20)

  const { items } = await app.call(listTime, { taskId })
  const ofFocus = items.find(({ source }) => source === 'focus')!
  expect(await app.as(app.owner).call(deleteTime, { id: ofFocus.id })).toMatchObject({ code: 'time-of-focus' })
  await note({ taskId: null, stretches: [stretch(0, 25)] })
  expect(await spent(app, taskId)).toBe(10 + 20)
})

it('is its person’s alone, and stops on a task in the trash too', async () => {
  await using app = await openTasksApp()
  const { id: taskId } = await app.call(createTask, { title: 'Mine' })
  const { id } = await app.call(addTime, { taskId, minutes: 5 })
  await app.call(startTimer, { taskId })
  for (const other of [app.person('member'), stranger(app)]) {
    expect(await app.as(other).call(updateTime, { id, minutes: 6 })).toMatchObject({ code: 'time-not-found' })
    expect(await app.as(other).call(deleteTime, { id })).toMatchObject({ code: 'time-not-found' })
    expect(await app.as(other).call(listTime, {})).toEqual({ items: [], next: null })
    expect(await app.as(other).call(getTimer, {})).toMatchObject({ timer: null })
  }
  await app.call(deleteTask, { id: taskId })
  expect(await app.call(stopTimer, {})).toMatchObject({ taskId })
  expect(await app.as(app.owner).call(startTimer, { taskId })).toMatchObject({ code: 'task-not-found' })
})
