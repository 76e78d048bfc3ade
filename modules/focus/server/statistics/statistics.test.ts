import { expect, it } from 'vitest'
import { createTask } from '../../../tasks/contract.ts'
import {
  correctSession,
  finishSession,
  logSession,
  parkThought,
  readFocusStatistics,
  startSession,
} from '../../contract.ts'
import { HOUR, MINUTE, openFocusApp } from '../testing/open-focus-app.ts'
import { piecesOf } from './sums.ts'

const zone = 'Europe/Berlin'

it('sums by the hours of the zone, through the hour that comes twice', async () => {
  // Clocks in Berlin go back on 25 October 2026: 02:00 to 03:00 comes twice.
  const clock = { at: Date.parse('2026-10-25T12:00:00Z') }
  await using app = await openFocusApp(clock)
  await app.call(logSession, { startedAt: '2026-10-24T23:30:00Z', workMinutes: 180 })
  const { hours, days, weekdays, figures } = await app.call(readFocusStatistics, {
    from: '2026-10-24',
    to: '2026-10-25',
    zone,
  })
  expect(hours.filter(({ n }) => n > 0)).toEqual([
    { key: '1', minutes: 30, n: 1 },
    { key: '2', minutes: 120, n: 1 },
    { key: '3', minutes: 30, n: 1 },
  ])
  expect(days).toEqual([
    { key: '2026-10-24', minutes: 0, n: 0 },
    { key: '2026-10-25', minutes: 180, n: 1 },
  ])
  expect(weekdays.find(({ n }) => n > 0)).toEqual({ key: '6', minutes: 180, n: 1 })
  expect(figures[0]).toMatchObject({ name: 'minutes', value: 180, n: 1 })
})

it('loses nothing at any change of any clock', () => {
  for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'])
    for (const month of [2, 3, 9, 10])
      for (let day = 1; day < 28; day += 1) {
        const from = Date.UTC(2026, month, day, 0, 17)
        const pieces = piecesOf({ sessionId: 's', from, until: from + 26 * HOUR }, zone)
        expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(26 * HOUR)
        expect(pieces.every(({ length }) => length > 0 && length <= HOUR)).toBe(true)
      }
})

it('sums by label, counts what was corrected, leaves out what was left out, and says n', async () => {
  const clock = { at: Date.UTC(2026, 10, 21, 9) }
  await using app = await openFocusApp(clock)
  const { id: taskId } = await app.call(createTask, { title: 'Write', labels: ['desk', 'quiet'] })
  const ids: string[] = []
  for (let index = 0; index < 6; index++) {
    const { id } = await app.call(startSession, { workMinutes: 20, ...(index < 2 && { taskId }) })
    if (index === 0) await app.call(parkThought, {})
    clock.at += (index < 3 ? 20 : 10) * MINUTE
    await app.call(finishSession, { id })
    ids.push(id)
  }
  await app.call(correctSession, { id: ids[1]!, workMinutes: 40, startedAt: '2026-11-20T08:00:00Z' })
  await app.call(correctSession, { id: ids[5]!, leftOut: true })
  const { labels, figures, days, any } = await app.call(readFocusStatistics, { zone: 'UTC' })
  expect(any).toBe(true)
  expect(labels).toEqual([
    { key: 'desk', minutes: 60, n: 2 },
    { key: 'quiet', minutes: 60, n: 2 },
    { key: '', minutes: 40, n: 3 },
  ])
  expect(days.slice(-2)).toEqual([
    { key: '2026-11-20', minutes: 40, n: 1 },
    { key: '2026-11-21', minutes: 60, n: 4 },
  ])
  expect(figures.map(({ name, value, n }) => [name, value, n])).toEqual([
    ['minutes', 100, 5],
    ['median', 20, 5],
    ['completion', 60, 5],
    ['distractions', 0.6, 5],
  ])
  for (const { definition } of figures) expect(definition).toMatch(/\.$/)
})

it('says nothing of shares of few, and refuses what makes no sense', async () => {
  const clock = { at: Date.UTC(2026, 10, 21, 9) }
  await using app = await openFocusApp(clock)
  expect(await app.call(readFocusStatistics, {})).toMatchObject({ any: false })
  const { figures } = await app.call(readFocusStatistics, { zone })
  expect(figures.slice(1).map(({ value }) => value)).toEqual([null, null, null])
  for (const [input, code] of [
    [{ zone: 'Europe/Atlantis' }, 'bad-zone'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'bad-span'],
    [{ from: '2020-01-01' }, 'bad-span'],
  ] as const)
    expect(await app.as(app.owner).call(readFocusStatistics, input)).toMatchObject({ code })
})
