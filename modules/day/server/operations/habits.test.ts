import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import {
  archiveHabit,
  countHabit,
  createHabit,
  listHabits,
  pauseHabit,
  uncountHabit,
  updateHabit,
} from '../../contract.ts'
import { berlin as zone, openDayApp } from '../testing/open-day-app.ts'

it('counts a habit by the week, and takes a count back', async () => {
  // A Sunday.
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  const { id } = await app.call(createHabit, { name: 'Walk', times: 2, zone })
  await app.call(countHabit, { id, zone })
  expect(await app.call(countHabit, { id, day: '2026-11-16', zone })).toMatchObject({
    week: { from: '2026-11-16', count: 2, today: 1 },
    earned: { counts: 2, weeks: 1 },
  })
  expect(await app.call(uncountHabit, { id, zone })).toMatchObject({ week: { count: 1, today: 0 } })
  expect(await app.as(app.owner).call(uncountHabit, { id, zone })).toMatchObject({ code: 'nothing-counted' })
  expect(await app.as(app.owner).call(countHabit, { id, day: '2026-11-23', zone })).toMatchObject({ code: 'not-yet' })
  // On the wall of Berlin it is Monday.
  app.setClock('2026-11-22T23:30:00Z')
  expect((await app.call(listHabits, { zone })).items[0]).toMatchObject({
    week: { from: '2026-11-23', count: 0, today: 0 },
    earned: { counts: 1 },
  })
})

it('keeps weeks that were earned when the goal goes up', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  const { id } = await app.call(createHabit, { name: 'Read', times: 1, zone })
  await app.call(countHabit, { id, zone })
  expect(await app.call(updateHabit, { id, times: 7, zone })).toMatchObject({ times: 7, earned: { weeks: 1 } })
  expect(await app.call(countHabit, { id, zone })).toMatchObject({ earned: { counts: 2, weeks: 1 } })
})

it('rests, is put away and comes back as it was', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  const { id } = await app.call(createHabit, { name: 'Swim', zone })
  await app.call(countHabit, { id, zone })
  expect(await app.call(pauseHabit, { id, zone })).toMatchObject({ paused: true, earned: { counts: 1 } })
  expect(await app.call(countHabit, { id, zone })).toMatchObject({ paused: true, earned: { counts: 2 } })
  await app.call(archiveHabit, { id, zone })
  expect((await app.call(listHabits, { zone })).items).toEqual([])
  expect((await app.call(listHabits, { archived: true, zone })).items).toMatchObject([{ earned: { counts: 2 } }])
  await app.call(archiveHabit, { id, archived: false, zone })
  expect((await app.call(listHabits, { zone })).items).toMatchObject([{ name: 'Swim', paused: true }])
})

it('is its person’s alone, and shows nothing earned where that is switched off', async () => {
  await using app = await openDayApp('2026-11-22T10:00:00Z')
  const { id } = await app.call(createHabit, { name: 'Sing', zone })
  const colleague = app.as(app.person('owner'))
  expect(await colleague.call(listHabits, { zone })).toEqual({ items: [] })
  for (const operation of [countHabit, uncountHabit, pauseHabit, archiveHabit, updateHabit])
    expect(await colleague.call(operation, { id, zone })).toMatchObject({ code: 'habit-not-found' })
  await app.call(updateSetting, { name: 'day.games-and-prompts', value: false })
  expect(await app.call(countHabit, { id, zone })).toMatchObject({ earned: null, week: { count: 1 } })
})
