import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { createTask, getTask, getTimer, startTimer } from '../../../tasks/contract.ts'
import {
  createTemplate,
  deleteTemplate,
  extendSession,
  finishSession,
  getFocus,
  getSession,
  listTemplates,
  pauseSession,
  resumeSession,
  startSession,
  startWork,
  takeBreak,
  updateSession,
  updateTemplate,
} from '../../contract.ts'
import { atNine, HOUR, MINUTE, openFocusApp } from '../testing/open-focus-app.ts'

it('goes through work, a break and work again; a long break after the fourth', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id, ...begun } = await app.call(startSession, { workMinutes: 25, cycles: 2, longBreakMinutes: 20 })
  expect(begun).toMatchObject({
    state: 'working',
    plannedSeconds: 1500,
    bellAt: '2026-11-21T09:25:00.000Z',
    breakSeconds: 300,
    cycle: 1,
    reached: false,
  })
  clock.at += 26 * MINUTE
  expect(await app.call(takeBreak, { id })).toMatchObject({
    state: 'resting',
    workedSeconds: 26 * 60,
    plannedSeconds: 300,
    bellAt: '2026-11-21T09:31:00.000Z',
    reached: true,
  })
  clock.at += 4 * MINUTE
  expect(await app.call(startWork, { id })).toMatchObject({
    state: 'working',
    cycle: 2,
    breakSeconds: 1200,
    restedSeconds: 240,
  })
  clock.at += 10 * MINUTE
  expect(await app.call(finishSession, { id })).toMatchObject({ state: 'ended', workedSeconds: 36 * 60 })
  expect(await app.call(getFocus, {})).toMatchObject({ session: null, last: { workMinutes: 25, cycles: 2 } })
  expect(await app.takeEvents()).toEqual(['focus.started', 'focus.changed', 'focus.changed', 'focus.finished'])
})

it('keeps what was left over a pause, and takes no break of a break', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id } = await app.call(startSession, {})
  clock.at += 10 * MINUTE
  expect(await app.call(pauseSession, { id })).toMatchObject({ state: 'paused', bellAt: null, phaseSeconds: 600 })
  expect(await app.as(app.owner).call(pauseSession, { id })).toMatchObject({ code: 'not-now' })
  clock.at += HOUR
  expect(await app.call(resumeSession, { id })).toMatchObject({
    state: 'working',
    phaseSeconds: 600,
    bellAt: '2026-11-21T10:25:00.000Z',
  })
  expect(await app.as(app.owner).call(resumeSession, { id })).toMatchObject({ code: 'not-now' })
  await app.call(takeBreak, { id })
  expect(await app.as(app.owner).call(takeBreak, { id })).toMatchObject({ code: 'not-now' })
  clock.at += 2 * MINUTE
  await app.call(pauseSession, { id })
  expect(await app.call(resumeSession, { id })).toMatchObject({ state: 'resting', phaseSeconds: 120 })
})

it('counts up in flow and gives a break by share, a minute at least', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id, ...begun } = await app.call(startSession, { mode: 'flow', breakShare: 5 })
  expect(begun).toMatchObject({ plannedSeconds: null, bellAt: null, breakSeconds: 60 })
  expect(await app.as(app.owner).call(extendSession, { id })).toMatchObject({ code: 'not-now' })
  clock.at += 50 * MINUTE
  expect(await app.call(takeBreak, { id })).toMatchObject({ plannedSeconds: 600 })
})

it('rings again some minutes later, during work and after the bell', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id } = await app.call(startSession, { mode: 'countdown', workMinutes: 10 })
  expect(await app.call(extendSession, { id, minutes: 5 })).toMatchObject({ plannedSeconds: 900 })
  clock.at += 18 * MINUTE
  expect(await app.call(extendSession, { id, minutes: 5 })).toMatchObject({ bellAt: '2026-11-21T09:23:00.000Z' })
  expect(await app.call(finishSession, { id })).toMatchObject({ workedSeconds: 18 * 60, reached: true })
})

it.each([
  ['a little later', 34, undefined, 34],
  ['of a night, forgotten', 600, undefined, 35],
  ['of a night, meant', 600, 'count', 600],
  ['of a little, not meant', 34, 'leave-out', 25],
] as const)('keeps work after the bell: %s', async (_, minutes, overtime, worked) => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id } = await app.call(startSession, {})
  clock.at += minutes * MINUTE
  const ended = await app.call(finishSession, { id, ...(overtime && { overtime }) })
  expect(ended.workedSeconds).toBe(worked * 60)
})

it('is one a person, however many devices start one at once', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const answers = await Promise.all([1, 2, 3, 4].map(() => app.as(app.owner).call(startSession, {})))
  expect(answers.map((answer) => ('code' in answer ? answer.code : answer.state)).toSorted()).toEqual([
    'session-runs',
    'session-runs',
    'session-runs',
    'working',
  ])
  const { session } = await app.call(getFocus, {})
  const ends = await Promise.all([1, 2].map(() => app.as(app.owner).call(finishSession, { id: session!.id })))
  expect(ends.map((answer) => ('code' in answer ? answer.code : answer.state)).toSorted()).toEqual([
    'ended',
    'session-ended',
  ])
  // Others have sessions of their own, and know nothing of this one.
  const other = app.as(app.person('member'))
  expect(await other.call(startSession, {})).toMatchObject({ state: 'working' })
  expect(await other.call(finishSession, { id: session!.id })).toMatchObject({ code: 'session-not-found' })
  expect(await other.call(getSession, { id: session!.id })).toMatchObject({ code: 'session-not-found' })
})

it('goes on after the server was away, to the second', async () => {
  const clock = atNine()
  const dataFolder = await mkdtemp(join(tmpdir(), 'daybook-focus-'))
  try {
    let id: string
    {
      await using app = await openFocusApp(clock, { dataFolder })
      ;({ id } = await app.call(startSession, { intention: 'The first page' }))
      clock.at += 7 * MINUTE
    }
    clock.at += 5 * MINUTE
    await using app = await openFocusApp(clock, { dataFolder })
    const { session } = await app.call(getFocus, {})
    expect(session).toMatchObject({
      id,
      intention: 'The first page',
      workedSeconds: 720,
      bellAt: '2026-11-21T09:25:00.000Z',
    })
    expect(await app.call(finishSession, { id })).toMatchObject({ workedSeconds: 720, reached: false })
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
})

it('counts as time of its task, stretch by stretch, and ends the timer of before', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id: taskId } = await app.call(createTask, { title: 'Write the letter' })
  await app.call(startTimer, { taskId })
  clock.at += 10 * MINUTE
  const { id, taskTitle } = await app.call(startSession, { taskId })
  expect(taskTitle).toBe('Write the letter')
  await app.settle()
  expect(await app.call(getTimer, {})).toMatchObject({ timer: null })
  clock.at += 20 * MINUTE
  await app.call(pauseSession, { id })
  await app.settle()
  expect(await app.call(getTask, { id: taskId })).toMatchObject({ spentMinutes: 30 })
  clock.at += HOUR
  await app.call(resumeSession, { id })
  clock.at += 5 * MINUTE
  await app.call(finishSession, { id })
  await app.settle()
  expect(await app.call(getTask, { id: taskId })).toMatchObject({ spentMinutes: 35 })
})

it('is for another task by a word, and for none that is not there', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const one = await app.call(createTask, { title: 'One' })
  const two = await app.call(createTask, { title: 'Two' })
  const { id } = await app.call(startSession, { taskId: one.id })
  clock.at += 10 * MINUTE
  expect(await app.call(updateSession, { id, taskId: two.id, together: true, sound: 'rain' })).toMatchObject({
    taskTitle: 'Two',
    together: true,
    sound: 'rain',
  })
  expect(await app.as(app.owner).call(updateSession, { id, taskId: uuidv7() })).toMatchObject({
    code: 'task-not-found',
  })
  await app.call(finishSession, { id })
  await app.settle()
  expect(await app.call(getTask, { id: one.id })).toMatchObject({ spentMinutes: 0 })
  expect(await app.call(getTask, { id: two.id })).toMatchObject({ spentMinutes: 10 })
  expect(await app.as(app.owner).call(startSession, { taskId: uuidv7() })).toMatchObject({ code: 'task-not-found' })
})

it('begins by a template, which is its person’s', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id: templateId } = await app.call(createTemplate, {
    name: 'Deep',
    workMinutes: 50,
    breakMinutes: 10,
    sound: 'rain',
  })
  await app.call(updateTemplate, { id: templateId, name: 'Deeper', workMinutes: 90 })
  expect((await app.call(listTemplates, {})).items).toMatchObject([{ name: 'Deeper', workMinutes: 90, sound: 'none' }])
  const stranger = app.as(app.person('member'))
  expect(await stranger.call(startSession, { templateId })).toMatchObject({ code: 'template-not-found' })
  expect(await app.call(startSession, { templateId })).toMatchObject({ plannedSeconds: 5400 })
  await app.call(deleteTemplate, { id: templateId })
  expect((await app.call(getFocus, {})).session).toMatchObject({ plannedSeconds: 5400 })
})
