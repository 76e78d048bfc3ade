import { expect, it } from 'vitest'
import { createTask, getTask, listTime } from '../../../tasks/contract.ts'
import {
  correctSession,
  finishSession,
  getFocus,
  getSession,
  listSessions,
  listThoughts,
  logSession,
  parkThought,
  settleThought,
  startSession,
  takeBreak,
} from '../../contract.ts'
import { eraseFocus } from '../internal.ts'
import { systemActor } from '#kernel/actor.ts'
import { atNine, HOUR, MINUTE, openFocusApp } from '../testing/open-focus-app.ts'

it('keeps what the clock saw beside every correction, and time follows the last one', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id: taskId } = await app.call(createTask, { title: 'Write', labels: ['desk'] })
  const { id } = await app.call(startSession, { taskId })
  clock.at += 12 * MINUTE
  expect(await app.as(app.owner).call(correctSession, { id, workMinutes: 5 })).toMatchObject({ code: 'still-running' })
  await app.call(finishSession, { id })
  clock.at += 2 * HOUR
  await app.call(correctSession, { id, workMinutes: 40, note: 'The clock was forgotten' })
  await app.call(correctSession, { id, workMinutes: 30 })
  await app.settle()
  const past = await app.call(getSession, { id })
  expect(past).toMatchObject({
    original: { workedSeconds: 720, leftOut: false },
    counts: { workedSeconds: 1800, taskTitle: 'Write' },
    corrections: [
      { note: 'The clock was forgotten', record: { workedSeconds: 2400 } },
      { note: '', record: { workedSeconds: 1800 } },
    ],
  })
  expect(await app.call(getTask, { id: taskId })).toMatchObject({ spentMinutes: 30 })

  await app.call(correctSession, { id, leftOut: true })
  await app.settle()
  expect(await app.call(getTask, { id: taskId })).toMatchObject({ spentMinutes: 0 })
  await app.call(correctSession, { id, leftOut: false })
  await app.settle()
  expect((await app.call(listTime, { taskId })).items).toMatchObject([{ source: 'focus', seconds: 1800 }])
  const ahead = { id, workMinutes: 1000 }
  expect(await app.as(app.owner).call(correctSession, ahead)).toMatchObject({ code: 'bad-span' })
})

it('lists what was, newest first, in pages, with what was written down by hand', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  for (let index = 0; index < 3; index++) {
    const { id } = await app.call(startSession, { mode: 'flow', intention: `Session ${index}` })
    clock.at += 10 * MINUTE
    await app.call(finishSession, { id })
  }
  await app.call(logSession, { startedAt: '2026-11-21T06:00:00Z', workMinutes: 45, intention: 'On the train' })
  const first = await app.call(listSessions, { limit: 2 })
  const rest = await app.call(listSessions, { limit: 2, cursor: first.next! })
  expect([...first.items, ...rest.items].map(({ intention, byHand }) => [intention, byHand])).toEqual([
    ['Session 2', false],
    ['Session 1', false],
    ['Session 0', false],
    ['On the train', true],
  ])
  expect(rest.next).toBeNull()
  expect(await app.as(app.person('member')).call(listSessions, {})).toEqual({ items: [], next: null })
})

it('parks a thought, counts it, and lets it become a task or go', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  await app.call(parkThought, { text: 'Before any session' })
  const { id } = await app.call(startSession, {})
  const thought = await app.call(parkThought, { text: 'Water the plants' })
  await app.call(parkThought, {})
  expect(await app.call(getFocus, {})).toMatchObject({ session: { distractions: 2 }, openThoughts: 2 })
  clock.at += MINUTE
  await app.call(takeBreak, { id })

  const task = await app.call(createTask, { title: thought.text })
  await app.call(settleThought, { id: thought.id, state: 'task', taskId: task.id })
  expect((await app.call(listThoughts, { state: 'parked' })).items.map(({ text }) => text)).toEqual([
    'Before any session',
  ])
  expect((await app.call(listThoughts, { sessionId: id })).items).toMatchObject([{ state: 'task', taskId: task.id }])
  expect(await app.call(settleThought, { id: thought.id, state: 'parked' })).toMatchObject({ taskId: null })
  const other = app.as(app.person('member'))
  expect(await other.call(settleThought, { id: thought.id, state: 'let-go' })).toMatchObject({
    code: 'thought-not-found',
  })
  expect(await other.call(listThoughts, {})).toEqual({ items: [], next: null })
})

it('goes with its person', async () => {
  const clock = atNine()
  await using app = await openFocusApp(clock)
  const { id } = await app.call(startSession, {})
  await app.call(parkThought, { text: 'Mine' })
  await app.call(finishSession, { id })
  const { workspaceId } = app.owner
  const erase = (personId: string) =>
    app.daybook.kernel.callAs(systemActor('focus', workspaceId, personId), eraseFocus, { everybody: false })
  await erase(app.person('member').id)
  expect((await app.call(listSessions, {})).items).toHaveLength(1)
  await erase(app.owner.id)
  expect((await app.call(listSessions, {})).items).toEqual([])
  expect((await app.call(listThoughts, {})).items).toEqual([])
})
