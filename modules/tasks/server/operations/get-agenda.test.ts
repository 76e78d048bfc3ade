import { expect, it } from 'vitest'
import { completeTask, createTask, getAgenda, type AgendaEntry } from '../../contract.ts'
import { openTasksApp } from '../testing/open-tasks-app.ts'

const zone = 'Europe/Berlin'

it('puts tasks at the day they are due, end or begin, each once a day, and leaves out what has no date', async () => {
  await using app = await openTasksApp()
  const make = (title: string, dates: object) => app.call(createTask, { title, ...dates })
  await make('some day', {})
  await make('call', { dueAt: '2026-12-02T14:00:00Z' })
  await make('pay', { dueAt: '2026-12-02T08:00:00Z', deadlineOn: '2026-12-02' })
  await make('tax', { deadlineOn: '2026-12-03' })
  await make('garden', { startOn: '2026-12-02', dueAt: '2026-12-20T08:00:00Z' })
  const agenda = await app.call(getAgenda, { zone, from: '2026-12-01', days: 3 })
  expect(agenda.days.map(({ date, count, items }) => [date, count, items.map(entry)])).toEqual([
    ['2026-12-01', 0, []],
    ['2026-12-02', 3, ['due pay', 'due call', 'start garden']],
    ['2026-12-03', 1, ['deadline tax']],
  ])
  expect(agenda.stillOpen).toEqual({ items: [], count: 0 })
})

it('puts what is still open from before first, the latest on top, and no more what is done', async () => {
  await using app = await openTasksApp()
  await app.call(createTask, { title: 'long ago', dueAt: '2026-10-01T08:00:00Z' })
  await app.call(createTask, { title: 'lately', dueAt: '2026-11-30T08:00:00Z' })
  await app.call(createTask, { title: 'ended', deadlineOn: '2026-11-15' })
  const { id } = await app.call(createTask, { title: 'done', dueAt: '2026-11-30T08:00:00Z' })
  await app.call(completeTask, { id })
  const { stillOpen } = await app.call(getAgenda, { zone, from: '2026-12-01', limit: 2 })
  expect(stillOpen).toMatchObject({ count: 3 })
  expect(stillOpen.items.map(entry)).toEqual(['due lately', 'deadline ended'])
})

it('counts days where the person is, also when the clock changes', async () => {
  await using app = await openTasksApp()
  // Half past midnight in Berlin is still the day before in New York.
  await app.call(createTask, { title: 'night', dueAt: '2026-10-24T22:30:00Z' })
  await app.call(createTask, { title: 'late', dueAt: '2026-10-25T22:59:00Z' })
  const daysIn = async (inZone: string) =>
    (await app.call(getAgenda, { zone: inZone, from: '2026-10-24', days: 3 })).days.map(({ items }) => items.map(entry))
  expect(await daysIn(zone)).toEqual([[], ['due night', 'due late'], []])
  expect(await daysIn('America/New_York')).toEqual([['due night'], ['due late'], []])
  expect(await app.as(app.owner).call(getAgenda, { zone: 'Mars/Base' })).toMatchObject({ code: 'bad-zone' })
})

it('takes a filter, and lists no more of a day than asked for', async () => {
  await using app = await openTasksApp()
  for (let n = 0; n < 5; n++)
    await app.call(createTask, { title: `${n}`, dueAt: '2026-12-02T08:00:00Z', labels: n % 2 ? ['home'] : [] })
  const at = { zone, from: '2026-12-02', days: 1 }
  expect((await app.call(getAgenda, { ...at, q: 'label:home' })).days[0]).toMatchObject({ count: 2 })
  const [day] = (await app.call(getAgenda, { ...at, limit: 3 })).days
  expect(day).toMatchObject({ count: 5, items: { length: 3 } })
})

const entry = ({ reason, task }: AgendaEntry) => `${reason} ${task.title}`
