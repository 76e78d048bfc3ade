import { expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { createTask } from '../../../tasks/contract.ts'
import {
  createPause,
  forecastEnergy,
  getEnergy,
  listEnergy,
  noteEnergy,
  postponeEnergy,
  recommendTasks,
  removeEnergy,
} from '../../contract.ts'
import { berlin as zone, openDayApp } from '../testing/open-day-app.ts'

it('keeps a tap on the day and hour of the person’s own wall, and takes it back', async () => {
  await using app = await openDayApp('2026-11-21T23:30:00Z')
  const noted = await app.call(noteEnergy, { level: 3, zone })
  expect(noted).toMatchObject({ level: 3, day: '2026-11-22', hour: 0 })
  expect(await app.takeEvents()).toEqual(['day.changed'])
  expect(await app.call(getEnergy, { zone })).toMatchObject({ day: '2026-11-22', latest: { level: 3 } })
  expect(await app.call(removeEnergy, { id: noted.id })).toEqual(noted)
  expect((await app.call(listEnergy, {})).items).toEqual([])
  expect(await app.as(app.owner).call(removeEnergy, { id: noted.id })).toMatchObject({ code: 'check-in-not-found' })
})

it('takes what was noted earlier, elsewhere, and refuses what is to come', async () => {
  await using app = await openDayApp('2026-11-21T12:00:00Z')
  expect(await app.call(noteEnergy, { level: 1, at: '2026-11-20T06:10:00Z', zone })).toMatchObject({
    day: '2026-11-20',
    hour: 7,
  })
  const early = app.as(app.owner).call(noteEnergy, { level: 1, at: '2026-11-21T12:30:00Z', zone })
  expect(await early).toMatchObject({ code: 'not-yet' })
  expect(await app.as(app.owner).call(getEnergy, { zone: 'Moon/Crater' })).toMatchObject({ code: 'bad-zone' })
})

it('asks at most once an hour, while one is up, and not when told so', async () => {
  await using app = await openDayApp('2026-11-21T09:00:00Z')
  const asks = async () => (await app.call(getEnergy, { zone })).prompt
  expect(await asks()).toBe(true)
  await app.call(noteEnergy, { level: 2, zone })
  expect(await asks()).toBe(false)
  app.setClock('2026-11-21T10:00:00Z')
  expect(await asks()).toBe(true)
  expect(await app.call(postponeEnergy, {})).toEqual({ until: '2026-11-21T11:00:00.000Z' })
  app.setClock('2026-11-21T10:59:00Z')
  expect(await asks()).toBe(false)
  app.setClock('2026-11-21T11:00:00Z')
  await app.call(postponeEnergy, {})
  expect(await asks()).toBe(false)
  app.setClock('2026-11-21T12:00:00Z')
  expect(await asks()).toBe(true)
  await app.call(updateSetting, { name: 'day.games-and-prompts', value: false })
  expect(await asks()).toBe(false)
  await app.call(updateSetting, { name: 'day.games-and-prompts', value: true })
  await app.call(createPause, { zone })
  expect(await asks()).toBe(false)
  app.setClock('2026-11-22T23:00:00Z')
  expect(await asks()).toBe(false)
})

it('is nobody else’s: not a colleague’s, not a list’s, not the audit’s', async () => {
  await using app = await openDayApp('2026-11-21T09:00:00Z')
  const { id } = await app.call(noteEnergy, { level: 1, zone })
  for (const other of [app.person('admin'), app.person('owner', uuidv7())]) {
    expect(await app.as(other).call(listEnergy, {})).toEqual({ items: [], next: null })
    expect(await app.as(other).call(getEnergy, { zone })).toMatchObject({ latest: null, today: [] })
    expect(await app.as(other).call(removeEnergy, { id })).toMatchObject({ code: 'check-in-not-found' })
  }
  const { database } = app.daybook
  const rows = await database.read(async (transaction) =>
    transaction.all(
      "SELECT d.after AS words, e.data FROM audit a JOIN audit_detail d ON d.n = a.n, events e WHERE a.operation = 'day.note-energy' AND e.type = 'day.changed'",
    ),
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('level')
})

it('is silent with few notes, and then says its hours beside the guess that nothing changes', async () => {
  await using app = await openDayApp('2026-11-01T05:00:00Z')
  for (let day = 1; day <= 15; day++) {
    const date = `2026-11-${String(day).padStart(2, '0')}`
    app.setClock(`${date}T20:00:00Z`)
    await app.call(noteEnergy, { level: 3, at: `${date}T08:00:00Z`, zone })
    if (day === 15)
      expect(await app.call(forecastEnergy, { zone })).toMatchObject({ ready: false, n: 29, hours: [], baseline: null })
    await app.call(noteEnergy, { level: 1, at: `${date}T13:00:00Z`, zone })
  }
  const forecast = await app.call(forecastEnergy, { zone })
  expect(forecast).toMatchObject({ ready: true, n: 30, baseline: 1, better: 'forecast' })
  expect(forecast.hours.map(({ hour, n }) => [hour, n])).toEqual([
    [9, 15],
    [10, 0],
    [11, 0],
    [12, 0],
    [13, 0],
    [14, 15],
  ])
  const [nine, ten] = forecast.hours
  // Fifteen notes of 3 against four of the mean, 2.
  expect(nine!.level).toBe(2.79)
  expect(ten!.level).toBe(2)
  expect(forecast.backTest!.n).toBe(20)
  expect(forecast.backTest!.error).toBeLessThan(forecast.backTest!.baselineError)
})

it('names tasks that fit the energy and the time, and says why', async () => {
  await using app = await openDayApp('2026-11-21T09:00:00Z')
  await app.call(createTask, { title: 'Write the report', energy: 3, estimateMax: 120, priority: 3 })
  await app.call(createTask, { title: 'Water the plants', energy: 1, estimateMax: 10 })
  await app.call(createTask, { title: 'Long and easy', energy: 1, estimateMax: 90 })
  await app.call(createTask, { title: 'Of nobody knows how long' })
  await app.call(createTask, { title: 'Ada answers', status: 'waiting' })
  await app.call(createTask, { title: 'In spring', startOn: '2027-03-01' })

  const { items } = await app.call(recommendTasks, { energy: 1, minutes: 15, zone })
  expect(items.map(({ task }) => task.title)).toEqual(['Water the plants', 'Of nobody knows how long'])
  expect(items[0]!.reasons).toEqual([
    'Takes about 10 of the 15 minutes you have',
    'Small enough for a slow hour',
    'Needs little energy, which you have',
  ])
  await app.call(noteEnergy, { level: 3, zone })
  const rested = await app.call(recommendTasks, { zone })
  expect(rested).toMatchObject({ energy: 3, minutes: null })
  expect(rested.items[0]!.task.title).toBe('Write the report')
})
