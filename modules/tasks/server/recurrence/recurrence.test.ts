import { describe, expect, it } from 'vitest'
import {
  addStep,
  clearRecurrence,
  completeTask,
  createTask,
  deleteTask,
  getRecurrence,
  getTask,
  listSteps,
  listTasks,
  previewRecurrence,
  reopenTask,
  setRecurrence,
  setTaskStatus,
  skipOccurrence,
  updateTask,
} from '../../contract.ts'
import { openTasksApp, stranger, unknownId } from '../testing/open-tasks-app.ts'
import { open, sweep, DAY } from './testing.ts'

const berlin = { zone: 'Europe/Berlin' }
const noon = Date.UTC(2026, 10, 21, 12)

describe('a task that repeats', () => {
  it('is followed by the next one when it is done', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, {
      title: 'Water the plants',
      notes: 'The fern too',
      priority: 2,
      labels: ['home'],
      dueAt: '2026-11-20T17:00:00Z',
      deadlineOn: '2026-11-22',
    })
    const task = await app.call(setRecurrence, { id, rule: 'rrule:freq=weekly;byday=fr', ...berlin })
    expect(task.recurrence).toEqual({ rule: 'FREQ=WEEKLY;BYDAY=FR', from: 'due', onMiss: 'skip', ...berlin })
    await app.takeEvents()

    await app.call(completeTask, { id })
    expect(await app.takeEvents()).toEqual(['tasks.completed', 'tasks.created'])
    const [next, ...others] = await open(app)
    expect(others).toEqual([])
    expect(next).toMatchObject({
      title: 'Water the plants',
      notes: 'The fern too',
      priority: 2,
      labels: ['home'],
      status: 'inbox',
      dueAt: '2026-11-27T17:00:00.000Z',
      deadlineOn: '2026-11-29',
      recurrence: task.recurrence,
    })
  })

  it('is followed when it is dropped, whichever way', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Run', dueAt: '2026-11-21T17:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', ...berlin })
    await app.call(setTaskStatus, { id, status: 'dropped' })
    const [second] = await open(app)
    expect(second!.dueAt).toBe('2026-11-22T17:00:00.000Z')
    await app.call(updateTask, { id: second!.id, status: 'done' })
    expect((await open(app)).map(({ dueAt }) => dueAt)).toEqual(['2026-11-23T17:00:00.000Z'])
  })

  it('takes its steps along, to be done anew', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Clean', dueAt: '2026-11-21T17:00:00Z' })
    const step = await app.call(addStep, { taskId: id, title: 'Kitchen' })
    await app.call(completeTask, { id: step.id })
    await app.call(setRecurrence, { id, rule: 'FREQ=WEEKLY', ...berlin })
    await app.call(completeTask, { id })
    const next = (await open(app)).find(({ title }) => title === 'Clean')!
    const { items } = await app.call(listSteps, { taskId: next.id })
    expect(items.map(({ title, status }) => [title, status])).toEqual([['Kitchen', 'next']])
  })

  it('gets its first date where it has none', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Weigh in' })
    const task = await app.call(setRecurrence, { id, rule: 'FREQ=WEEKLY;BYDAY=MO', ...berlin })
    expect(task.dueAt).toBe('2026-11-23T08:00:00.000Z')
  })

  it('goes by its deadline or start, where it is due at no time', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Taxes', startOn: '2026-11-01', deadlineOn: '2026-11-30' })
    await app.call(setRecurrence, { id, rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', ...berlin })
    await app.call(completeTask, { id })
    const [next] = await open(app)
    expect(next).toMatchObject({ startOn: '2026-12-02', deadlineOn: '2026-12-31', dueAt: null })
  })

  it('ends with its rule', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Twice', dueAt: '2026-11-21T17:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY;COUNT=2', ...berlin })
    await app.call(completeTask, { id })
    const [last] = await open(app)
    await app.call(completeTask, { id: last!.id })
    expect(await open(app)).toEqual([])
  })

  it('repeats no more when that is cleared', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'No more', dueAt: '2026-11-21T17:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', ...berlin })
    expect(await app.call(clearRecurrence, { id })).toMatchObject({ recurrence: null })
    await app.call(completeTask, { id })
    expect(await open(app)).toEqual([])
    expect(await app.as(app.owner).call(getRecurrence, { id })).toMatchObject({ code: 'not-recurring' })
  })

  it('stops in the trash and goes on from there when it is restored', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Rest', dueAt: '2026-11-21T17:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', ...berlin })
    await app.call(deleteTask, { id })
    await sweep(app)
    expect(await open(app)).toEqual([])
  })
})

describe('counted from completion', () => {
  it('comes so many days after it was done', async () => {
    let now = noon
    await using app = await openTasksApp({ clock: () => now })
    const { id } = await app.call(createTask, { title: 'Cut hair', dueAt: '2026-11-01T09:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY;INTERVAL=10;COUNT=2', from: 'completion', zone: 'UTC' })
    await app.call(completeTask, { id })
    const [next] = await open(app)
    expect(next!.dueAt).toBe('2026-12-01T09:00:00.000Z')
    now += 20 * DAY
    await app.call(completeTask, { id: next!.id })
    expect(await open(app)).toEqual([])
  })

  it('finds the last day of a short month', async () => {
    await using app = await openTasksApp({ clock: () => Date.UTC(2027, 0, 31, 12) })
    const { id } = await app.call(createTask, { title: 'Rent', dueAt: '2027-01-30T09:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=MONTHLY', from: 'completion', zone: 'UTC' })
    await app.call(completeTask, { id })
    expect((await open(app)).map(({ dueAt }) => dueAt)).toEqual(['2027-02-28T09:00:00.000Z'])
  })
})

describe('opening a task again', () => {
  it('takes the next one back that nobody has touched', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Oops', dueAt: '2026-11-21T17:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', ...berlin })
    await app.call(completeTask, { id })
    await app.call(reopenTask, { id })
    expect((await open(app)).map((task) => task.id)).toEqual([id])
    await app.call(completeTask, { id })
    expect((await open(app)).map(({ dueAt }) => dueAt)).toEqual(['2026-11-22T17:00:00.000Z'])
  })

  it('leaves the next one that somebody has changed, and makes no second', async () => {
    await using app = await openTasksApp({ clock: () => noon })
    const { id } = await app.call(createTask, { title: 'Mine', dueAt: '2026-11-21T17:00:00Z' })
    await app.call(setRecurrence, { id, rule: 'FREQ=DAILY', ...berlin })
    await app.call(completeTask, { id })
    const [next] = await open(app)
    await app.call(updateTask, { id: next!.id, notes: 'Written already' })
    await app.call(reopenTask, { id })
    await app.call(completeTask, { id })
    expect((await open(app)).map((task) => task.id)).toEqual([next!.id])
  })
})

it('leaves out a date when told, and remembers it', async () => {
  await using app = await openTasksApp({ clock: () => noon })
  const { id } = await app.call(createTask, { title: 'Choir', dueAt: '2026-11-24T18:00:00Z' })
  await app.call(setRecurrence, { id, rule: 'FREQ=WEEKLY;BYDAY=TU', ...berlin, excluded: ['2026-12-01'] })
  expect(await app.call(skipOccurrence, { id })).toMatchObject({ dueAt: '2026-12-08T18:00:00.000Z', status: 'inbox' })
  expect(await app.call(getRecurrence, { id })).toMatchObject({
    excluded: ['2026-12-01', '2026-11-24T19:00:00'],
    words: 'every week on Tuesday',
    next: ['2026-12-15T18:00:00.000Z', '2026-12-22T18:00:00.000Z', '2026-12-29T18:00:00.000Z'],
  })
})

it('says a rule in words with its next dates', async () => {
  await using app = await openTasksApp({ clock: () => noon })
  expect(
    await app.call(previewRecurrence, { rule: 'freq=monthly;byday=-1fr', start: '2026-11-01T09:00:00Z', ...berlin }),
  ).toEqual({
    rule: 'FREQ=MONTHLY;BYDAY=-1FR',
    words: 'every month on the last Friday',
    next: ['2026-11-27T09:00:00.000Z', '2026-12-25T09:00:00.000Z', '2027-01-29T09:00:00.000Z'],
    ends: false,
  })
})

it.each([
  [{ rule: 'FREQ=DAILY;BYMOON=FULL', ...berlin }, 'invalid-rule'],
  [{ rule: 'FREQ=DAILY', zone: 'Mars/Olympus' }, 'unknown-zone'],
  [{ rule: 'FREQ=SECONDLY', ...berlin }, 'too-often'],
  [{ rule: 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0,5', ...berlin }, 'too-often'],
  [{ rule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', ...berlin }, 'never-comes'],
  [{ rule: 'FREQ=DAILY;UNTIL=20200101', ...berlin }, 'never-comes'],
])('refuses %o and loses nothing', async (input, code) => {
  await using app = await openTasksApp({ clock: () => noon })
  const { id } = await app.call(createTask, { title: 'As it was', dueAt: '2026-11-24T18:00:00Z' })
  const set = await app.call(setRecurrence, { id, rule: 'FREQ=WEEKLY', ...berlin })
  expect(await app.as(app.owner).call(setRecurrence, { id, ...input })).toMatchObject({ code })
  expect(await app.call(getTask, { id })).toEqual(set)
})

it.each([setRecurrence, clearRecurrence, skipOccurrence])('guards $name', async (operation) => {
  await using app = await openTasksApp()
  const { id } = await app.call(createTask, { title: 'Guarded' })
  const rule = operation === setRecurrence ? { rule: 'FREQ=DAILY', ...berlin } : {}
  const call = (actor: typeof app.owner, input: object) => app.as(actor).call(operation, { ...rule, ...input } as never)
  expect(await call(app.owner, { id, rev: 99 })).toMatchObject({ code: 'stale-revision' })
  expect(await call(stranger(app), { id })).toMatchObject({ code: 'task-not-found' })
  expect(await call(app.owner, { id: unknownId })).toMatchObject({ code: 'task-not-found' })
  expect((await app.call(listTasks, {})).items).toHaveLength(1)
})
