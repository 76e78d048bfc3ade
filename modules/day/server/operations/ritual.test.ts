import { expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { createTask } from '../../../tasks/contract.ts'
import {
  closeEvening,
  createPause,
  endPause,
  getRitual,
  keepMorning,
  listPauses,
  planDay,
  removePause,
  reopenRitual,
  skipRitual,
} from '../../contract.ts'
import { berlin as zone, openDayApp } from '../testing/open-day-app.ts'

it('begins a day with at most three things and closes it with two prompts', async () => {
  await using app = await openDayApp('2026-11-21T07:00:00Z')
  const { id } = await app.call(createTask, { title: 'One' })
  expect(await app.call(getRitual, { zone })).toMatchObject({ day: '2026-11-21', prompt: 'morning', taskIds: [] })
  const begun = await app.call(keepMorning, { taskIds: [id], intention: 'Slowly', zone })
  expect(begun).toMatchObject({
    prompt: null,
    morning: { state: 'done', intention: 'Slowly' },
    taskIds: [id],
    consistency: { last7: { n: 1, of: 1 }, last28: { n: 1, of: 1 }, mornings: 1, evenings: 0 },
  })
  const four = app.as(app.owner).call(planDay, { taskIds: [id, uuidv7(), uuidv7(), uuidv7()], zone })
  expect(await four).toMatchObject({ code: 'invalid-input' })
  expect(await app.as(app.owner).call(planDay, { taskIds: [uuidv7()], zone })).toMatchObject({ code: 'task-not-found' })

  app.setClock('2026-11-21T19:00:00Z')
  expect(await app.call(getRitual, { zone })).toMatchObject({ prompt: 'evening', evening: { inWindow: true } })
  await app.call(closeEvening, { wentWell: 'Lunch', canWait: 'The rest', zone })
  expect(await app.call(getRitual, { zone })).toMatchObject({
    prompt: null,
    evening: { state: 'done', wentWell: 'Lunch', canWait: 'The rest' },
  })
  expect(await app.call(reopenRitual, { part: 'evening', zone })).toMatchObject({ prompt: 'evening' })
})

it('can be kept at any time and for days that have been; a day to come waits', async () => {
  await using app = await openDayApp('2026-11-21T15:00:00Z')
  expect(await app.call(keepMorning, { zone })).toMatchObject({ morning: { state: 'done', inWindow: false } })
  expect(await app.call(keepMorning, { day: '2026-11-19', zone })).toMatchObject({
    day: '2026-11-19',
    consistency: { last7: { n: 2, of: 3 } },
  })
  expect(await app.as(app.owner).call(keepMorning, { day: '2026-11-22', zone })).toMatchObject({ code: 'not-yet' })
})

it('goes by the person’s own window, past midnight too', async () => {
  await using app = await openDayApp('2026-11-21T15:00:00Z')
  const value = { zone, morningFrom: '15:00', morningTo: '19:00', eveningFrom: '22:00', eveningTo: '04:00' }
  await app.call(updateSetting, { name: 'day.rhythm', value })
  expect(await app.call(getRitual, {})).toMatchObject({ prompt: 'morning' })
  await app.call(keepMorning, {})
  app.setClock('2026-11-22T01:30:00Z')
  // Half past two at night: the evening is that of the day before.
  expect(await app.call(getRitual, {})).toMatchObject({ day: '2026-11-22', prompt: 'evening' })
  await app.call(closeEvening, { wentWell: 'The shift' })
  expect(await app.call(getRitual, { day: '2026-11-21' })).toMatchObject({ evening: { wentWell: 'The shift' } })
  expect(await app.call(getRitual, {})).toMatchObject({ prompt: null, evening: { state: 'done' } })
})

it('leaves skipped and paused days out, afterwards too', async () => {
  await using app = await openDayApp('2026-11-10T08:00:00Z')
  await app.call(keepMorning, { zone })
  app.setClock('2026-11-11T08:00:00Z')
  const skipped = await app.call(skipRitual, { part: 'morning', zone })
  expect(skipped).toMatchObject({
    prompt: null,
    morning: { state: 'skipped' },
    consistency: { last7: { n: 1, of: 1 } },
  })
  app.setClock('2026-11-15T08:00:00Z')
  expect((await app.call(getRitual, { zone })).consistency).toMatchObject({ last7: { n: 1, of: 4 } })
  const pause = await app.call(createPause, { from: '2026-11-12', to: '2026-11-14', zone })
  expect((await app.call(getRitual, { zone })).consistency).toMatchObject({ last7: { n: 1, of: 1 } })
  await app.call(removePause, { id: pause.id })
  expect((await app.call(getRitual, { zone })).consistency).toMatchObject({ last7: { n: 1, of: 4 } })
  const after = app.as(app.owner).call(createPause, { from: '2026-11-12', to: '2026-11-11', zone })
  expect(await after).toMatchObject({ code: 'bad-span' })
})

it('keeps what was kept when it is skipped later', async () => {
  await using app = await openDayApp('2026-11-10T08:00:00Z')
  await app.call(keepMorning, { intention: 'Walk', zone })
  expect(await app.call(skipRitual, { part: 'morning', zone })).toMatchObject({
    morning: { state: 'done', intention: 'Walk' },
  })
})

it('pauses until one says so: nothing is asked meanwhile, and it ends with yesterday', async () => {
  await using app = await openDayApp('2026-11-10T08:00:00Z')
  const { id } = await app.call(createPause, { zone })
  expect(await app.call(getRitual, { zone })).toMatchObject({ paused: true, prompt: null })
  app.setClock('2026-11-20T08:00:00Z')
  expect(await app.call(getRitual, { zone })).toMatchObject({ paused: true, prompt: null })
  expect(await app.call(endPause, { id, zone })).toMatchObject({ from: '2026-11-10', to: '2026-11-19' })
  expect(await app.call(getRitual, { zone })).toMatchObject({ paused: false, prompt: 'morning' })
  const short = await app.call(createPause, { zone })
  await app.call(endPause, { id: short.id, zone })
  expect((await app.call(listPauses, {})).items.map((pause) => pause.id)).toEqual([id])
  const stranger = app.as(app.person('owner'))
  expect(await stranger.call(removePause, { id })).toMatchObject({ code: 'pause-not-found' })
})

it('shows no game elements and asks nothing by one switch', async () => {
  await using app = await openDayApp('2026-11-10T08:00:00Z')
  await app.call(updateSetting, { name: 'day.games-and-prompts', value: false })
  expect(await app.call(getRitual, { zone })).toMatchObject({ prompt: null, consistency: null })
  expect(await app.call(keepMorning, { zone })).toMatchObject({ consistency: null })
  await app.call(updateSetting, { name: 'day.games-and-prompts', value: true })
  expect(await app.call(getRitual, { zone })).toMatchObject({ consistency: { mornings: 1 } })
})
