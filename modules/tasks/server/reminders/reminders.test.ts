import { expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import { listNotices } from '#modules/notifications/contract.ts'
import {
  addReminder,
  completeTask,
  createTask,
  listTaskReminders,
  removeReminder,
  reopenTask,
  setRecurrence,
  snoozeReminder,
  updateTask,
} from '../../contract.ts'
import { sweep } from '../recurrence/testing.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'

const noon = Date.UTC(2026, 10, 21, 12)
const HOUR = 3_600_000
const due = '2026-11-21T18:00:00.000Z'

it('reminds before a task is due, once', async () => {
  let now = noon
  await using app = await openAppOf(['identity', 'notifications', 'tasks'], { clock: () => now })
  const { id: taskId } = await app.call(createTask, { title: 'Call Ada', dueAt: due })
  const reminder = await app.call(addReminder, { taskId, relatedTo: 'due', minutesBefore: 30 })
  expect(reminder).toMatchObject({ ringsAt: '2026-11-21T17:30:00.000Z', rangAt: null, taskTitle: 'Call Ada' })
  expect(await sweep(app)).toBe(0)

  now = Date.parse('2026-11-21T17:30:02Z')
  expect(await sweep(app)).toBe(1)
  expect(await sweep(app)).toBe(0)
  await app.settle()
  expect((await app.call(listNotices, {})).items).toMatchObject([
    { kind: 'reminder', title: 'Reminder: Call Ada', detail: null, record: { kind: 'tasks.task', id: taskId } },
  ])
  const [rang] = (await app.call(listTaskReminders, { taskId })).items
  expect(rang).toMatchObject({ ringsAt: null, rangAt: '2026-11-21T17:30:02.000Z' })
  expect((await app.call(listTaskReminders, {})).items).toEqual([])
})

it('tells what came late together, once, and what is on time by itself', async () => {
  let now = noon
  await using app = await openAppOf(['identity', 'notifications', 'tasks'], { clock: () => now })
  for (const [title, at] of [
    ['One', '2026-11-22T09:00:00Z'],
    ['Two', '2026-11-23T09:00:00Z'],
    ['Three', '2026-12-20T09:00:00Z'],
    ['Just now', '2027-01-20T12:00:00Z'],
  ] as const) {
    const { id } = await app.call(createTask, { title })
    await app.call(addReminder, { taskId: id, at })
  }
  now = Date.parse('2027-01-20T12:00:03Z')
  await Promise.all([sweep(app), sweep(app)])
  await sweep(app)
  await app.settle()
  const { items } = await app.call(listNotices, {})
  expect(items.map(({ title, detail }) => [title, detail]).toSorted()).toEqual([
    ['Reminder: Just now', null],
    ['While you were away: 3 reminders', 'One, Two, Three'],
  ])
})

it('follows the date of its task, and says nothing of a task that is done', async () => {
  let now = noon
  await using app = await openTasksApp({ clock: () => now })
  const { id: taskId } = await app.call(createTask, { title: 'Moved', dueAt: due, startOn: '2026-11-23' })
  await app.call(addReminder, { taskId, relatedTo: 'due', minutesBefore: 60 })
  await app.call(addReminder, { taskId, relatedTo: 'start', minutesBefore: -480, zone: 'Europe/Berlin' })
  const times = async () => (await app.call(listTaskReminders, { taskId })).items.map(({ ringsAt }) => ringsAt)
  expect(await times()).toEqual(['2026-11-21T17:00:00.000Z', '2026-11-23T07:00:00.000Z'])

  await app.call(updateTask, { id: taskId, dueAt: '2026-11-25T18:00:00Z' })
  expect(await times()).toEqual(['2026-11-25T17:00:00.000Z', '2026-11-23T07:00:00.000Z'])
  await app.call(completeTask, { id: taskId })
  expect(await times()).toEqual([null, null])
  now += 72 * HOUR
  expect(await sweep(app)).toBe(0)
  await app.call(reopenTask, { id: taskId })
  expect(await times()).toEqual(['2026-11-25T17:00:00.000Z', null])
})

it('comes again after a snooze', async () => {
  let now = noon
  await using app = await openTasksApp({ clock: () => now })
  const { id: taskId } = await app.call(createTask, { title: 'Later', dueAt: due })
  const { id } = await app.call(addReminder, { taskId, relatedTo: 'due' })
  now = Date.parse(due)
  expect(await sweep(app)).toBe(1)
  expect(await app.call(snoozeReminder, { id, minutes: 20 })).toMatchObject({ ringsAt: '2026-11-21T18:20:00.000Z' })
  now += HOUR
  await app.takeEvents()
  expect(await sweep(app)).toBe(1)
  expect(await app.takeEvents()).toEqual(['tasks.reminders-rang'])
})

it('goes along with the task that comes next', async () => {
  await using app = await openTasksApp({ clock: () => noon })
  const { id: taskId } = await app.call(createTask, { title: 'Bins', dueAt: due })
  await app.call(setRecurrence, { id: taskId, rule: 'FREQ=WEEKLY', zone: 'UTC' })
  await app.call(addReminder, { taskId, relatedTo: 'due', minutesBefore: 60 })
  await app.call(completeTask, { id: taskId })
  expect((await app.call(listTaskReminders, {})).items).toMatchObject([{ ringsAt: '2026-11-28T17:00:00.000Z' }])
})

it.each([
  [{}, 'unclear-time'],
  [{ at: due, relatedTo: 'due' as const }, 'unclear-time'],
  [{ at: '2020-01-01T00:00:00Z' }, 'already-past'],
  [{ relatedTo: 'start' as const, minutesBefore: 5 }, 'no-such-date'],
  [{ relatedTo: 'due' as const, zone: 'Nowhere' }, 'unknown-zone'],
])('refuses %o', async (input, code) => {
  await using app = await openTasksApp({ clock: () => noon })
  const { id: taskId } = await app.call(createTask, { title: 'Plain', dueAt: due })
  expect(await app.as(app.owner).call(addReminder, { taskId, ...input })).toMatchObject({ code })
})

it('is its person’s alone', async () => {
  await using app = await openTasksApp({ clock: () => noon })
  const { id: taskId } = await app.call(createTask, { title: 'Mine', dueAt: due })
  const { id } = await app.call(addReminder, { taskId, at: '2026-11-22T09:00:00Z' })
  for (const other of [app.person('member'), stranger(app)]) {
    expect(await app.as(other).call(removeReminder, { id })).toMatchObject({ code: 'reminder-not-found' })
    expect(await app.as(other).call(snoozeReminder, { id })).toMatchObject({ code: 'reminder-not-found' })
    expect(await app.as(other).call(listTaskReminders, {})).toEqual({ items: [], next: null })
  }
  expect(await app.as(app.owner).call(removeReminder, { id: unknownId })).toMatchObject({ code: 'reminder-not-found' })
  expect(await app.call(removeReminder, { id })).toMatchObject({ id })
  expect((await app.call(listTaskReminders, {})).items).toEqual([])
})
