import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { listNotices } from '#modules/notifications/contract.ts'
import { createTask } from '#modules/tasks/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import {
  extendSession,
  finishSession,
  hearBell,
  pauseSession,
  resumeSession,
  startSession,
  takeBreak,
} from '../../contract.ts'
import { atNine, HOUR, MINUTE, type MovedClock } from '../testing/open-focus-app.ts'

const open = (clock: MovedClock, dataFolder?: string) =>
  openAppOf(['identity', 'notifications', 'tasks', 'focus'], {
    clock: () => clock.at,
    ...(dataFolder !== undefined && { dataFolder }),
  })

it('tells of a bell that no page has rung, once, and leads to the clock', async () => {
  const clock = atNine()
  await using app = await open(clock)
  const { id: taskId } = await app.call(createTask, { title: 'Write the letter' })
  const { id } = await app.call(startSession, { workMinutes: 25, taskId })
  await pass(app, clock, 26)
  expect(await notices(app)).toEqual([])
  await pass(app, clock, 1)
  const { items } = await app.call(listNotices, {})
  expect(items).toMatchObject([
    {
      kind: 'focus',
      title: '25 minutes of focus are over: Write the letter',
      detail: null,
      record: { kind: 'focus.session', id },
    },
  ])
  await pass(app, clock, 60)
  expect(await notices(app)).toHaveLength(1)
  // The break has a bell of its own.
  await app.call(takeBreak, { id })
  await pass(app, clock, 7)
  expect(await notices(app)).toEqual([
    'The break is over: Write the letter',
    '25 minutes of focus are over: Write the letter',
  ])
})

it('tells nothing of a bell that an open page has rung', async () => {
  const clock = atNine()
  await using app = await open(clock)
  const { id } = await app.call(startSession, { workMinutes: 25 })
  expect(await app.call(hearBell, { id })).toEqual({ heard: false })
  await pass(app, clock, 25)
  expect(await app.call(hearBell, { id })).toEqual({ heard: true })
  await pass(app, clock, 10)
  expect(await notices(app)).toEqual([])
  // Five more minutes ring anew.
  await app.call(extendSession, { id, minutes: 5 })
  await pass(app, clock, 7)
  expect(await notices(app)).toEqual(['40 minutes of focus are over'])
  const stranger = app.as(app.person('member'))
  expect(await stranger.call(hearBell, { id })).toMatchObject({ code: 'session-not-found' })
})

it('follows the clock through pauses and more time, and rests once the session has ended', async () => {
  const clock = atNine()
  await using app = await open(clock)
  const { id } = await app.call(startSession, { workMinutes: 25, intention: 'The first page' })
  await pass(app, clock, 20)
  await app.call(pauseSession, { id })
  await pass(app, clock, 30)
  await app.call(resumeSession, { id })
  await app.call(extendSession, { id, minutes: 10 })
  await pass(app, clock, 14)
  expect(await notices(app)).toEqual([])
  await pass(app, clock, 3)
  expect(await notices(app)).toEqual(['35 minutes of focus are over: The first page'])

  await app.call(finishSession, { id })
  const next = await app.call(startSession, { mode: 'countdown', workMinutes: 1 })
  await app.call(finishSession, { id: next.id })
  await app.call(startSession, { mode: 'flow' })
  await pass(app, clock, 600)
  expect(await notices(app)).toHaveLength(1)
})

it('is told to its person alone, and not at all where that is switched off', async () => {
  const clock = atNine()
  await using app = await open(clock)
  const colleague = app.as(app.person('member'))
  await colleague.call(startSession, { workMinutes: 25 })
  await app.call(updateSetting, { name: 'notifications.focus', value: false })
  await app.call(startSession, { workMinutes: 25 })
  await pass(app, clock, 27)
  expect(await notices(app)).toEqual([])
  expect(await colleague.call(listNotices, {})).toMatchObject({ items: [{ kind: 'focus' }] })
})

it('tells of a bell that rang while Daybook was not running', async () => {
  const clock = atNine()
  const dataFolder = await mkdtemp(join(tmpdir(), 'daybook-focus-'))
  try {
    {
      await using app = await open(clock, dataFolder)
      await app.call(startSession, { workMinutes: 25 })
    }
    clock.at += 3 * HOUR
    await using app = await open(clock, dataFolder)
    await app.settle()
    expect(await notices(app)).toEqual(['25 minutes of focus are over'])
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
})

async function pass(app: TestApp, clock: MovedClock, minutes: number): Promise<void> {
  clock.at += minutes * MINUTE
  await app.settle()
}

async function notices(app: TestApp): Promise<string[]> {
  return (await app.call(listNotices, {})).items.map(({ title }) => title)
}
