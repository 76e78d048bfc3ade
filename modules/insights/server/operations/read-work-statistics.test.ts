import { expect, it } from 'vitest'
import { openAppOf } from '#testing/open-app-of.ts'
import { completeTask, createTask } from '../../../tasks/contract.ts'
import { readWorkStatistics } from '../../contract.ts'
import { doTasks, repeated } from '../testing/do-tasks.ts'

const open = (clock: () => number) => openAppOf(['identity', 'tasks', 'insights'], { clock })
const zone = 'Europe/Berlin'

it('counts by the days of the zone, over a day of 25 hours too', async () => {
  // Clocks in Berlin go back on 25 October 2026, at 01:00 UTC.
  let now = Date.parse('2026-10-23T22:30:00Z')
  await using app = await open(() => now)
  await app.call(createTask, { title: 'On Saturday, by the clock of Berlin' })
  now = Date.parse('2026-10-24T22:00:00Z')
  await app.call(createTask, { title: 'At the first minute of Sunday' })
  now = Date.parse('2026-10-25T22:59:00Z')
  const { id } = await app.call(createTask, { title: 'At the last minute of Sunday' })
  now = Date.parse('2026-10-25T23:00:00Z')
  await app.call(completeTask, { id })
  const { buckets } = await app.call(readWorkStatistics, { from: '2026-10-22', to: '2026-10-27', zone })
  expect(buckets.map(({ from, created, done, known, partial }) => [from, created, done, known, partial])).toEqual([
    ['2026-10-22', null, null, false, false],
    ['2026-10-23', null, null, false, false],
    ['2026-10-24', 1, 0, true, false],
    ['2026-10-25', 2, 0, true, false],
    ['2026-10-26', 0, 1, true, true],
    ['2026-10-27', null, null, false, false],
  ])
  const weeks = await app.call(readWorkStatistics, { unit: 'week', from: '2026-10-21', to: '2026-10-26', zone })
  expect(weeks.buckets).toMatchObject([
    { from: '2026-10-19', to: '2026-10-25', created: 3, done: 0, partial: true },
    { from: '2026-10-26', to: '2026-11-01', created: 0, done: 1, partial: true },
  ])
})

it('compares estimates with time spent, from five tasks on, each figure with its definition', async () => {
  const now = Date.parse('2026-11-21T12:00:00Z')
  await using app = await open(() => now)
  const planned = { title: 'Planned', spentMinutes: 60, estimateMin: 20, estimateMax: 45 }
  await doTasks(app, repeated(4, planned))
  const few = await app.call(readWorkStatistics, { zone: 'UTC' })
  expect(few.figures.find(({ name }) => name === 'ratio')).toMatchObject({ value: null, n: 4 })

  await doTasks(app, [
    { ...planned, spentMinutes: 30 },
    { title: 'Without an estimate', spentMinutes: 5 },
  ])
  const { figures, buckets } = await app.call(readWorkStatistics, { zone: 'UTC' })
  expect(figures.map(({ name, value, n }) => [name, value, n])).toEqual([
    ['created', 6, 6],
    ['done', 6, 6],
    ['spent', 275, 6],
    ['ratio', 2, 5],
    ['in-range', 20, 5],
  ])
  for (const { definition } of figures) expect(definition).toMatch(/\.$/)
  expect(buckets).toHaveLength(28)
  expect(buckets.at(-1)).toMatchObject({ plannedMinutes: 150, actualMinutes: 270, plannedTasks: 5 })
})

it('says that there is nothing yet, and shows others nothing', async () => {
  const now = Date.parse('2026-11-21T12:00:00Z')
  await using app = await open(() => now)
  await app.call(createTask, { title: 'Mine' })
  const other = await app.as(app.person('member')).call(readWorkStatistics, { zone })
  expect(other).toMatchObject({ any: false })
  expect((other as { buckets: { known: boolean }[] }).buckets.some(({ known }) => known)).toBe(false)
})

it.each([
  [{ zone: 'Europe/Atlantis' }, 'bad-zone'],
  [{ from: '2026-11-02', to: '2026-11-01' }, 'bad-span'],
  [{ from: '2020-01-01', to: '2026-11-01' }, 'bad-span'],
])('refuses %j', async (input, code) => {
  await using app = await open(Date.now)
  expect(await app.as(app.owner).call(readWorkStatistics, input)).toMatchObject({ code })
})
