import fc from 'fast-check'
import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { createCapture } from '#modules/capture/contract.ts'
import { countHabit, createHabit, keepMorning } from '#modules/day/contract.ts'
import { finishSession, getFocus, listSessions, startSession } from '#modules/focus/contract.ts'
import { getModel, learnDurations } from '#modules/insights/contract.ts'
import { completeTask, createTask, startTimer } from '#modules/tasks/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { callerOf, tooShort, whatIsShown, type Call } from './what-is-shown.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const modules = ['identity', 'capture', 'tasks', 'focus', 'day', 'insights'] as const

const everything = [
  'consistency of rituals',
  'question for energy',
  'counts of habits',
  'bell of the session',
  'bells of sessions before',
  'share of bells',
  'timer that may be forgotten',
  'correction of an estimate',
  'question about a capture',
  'suggestion of facets',
]

it('takes every game element and prompt of every module away, and gives them back', async () => {
  const clock = { at: Date.UTC(2026, 10, 21, 9) }
  await using app = await openAppOf(modules, { clock: () => clock.at })
  const call = callerOf(app.as(app.owner))
  await live(app, call, clock)
  expect(await whatIsShown(call)).toEqual(everything)
  await switchTo(call, false)
  expect(await whatIsShown(call)).toEqual([])
  await switchTo(call, true)
  expect(await whatIsShown(call)).toEqual(everything)
  // It is one person's switch.
  const other = callerOf(app.as(app.person('member')))
  await switchTo(other, false)
  expect(await whatIsShown(call)).toEqual(everything)
}, 60_000)

it('shows none of them whatever is done meanwhile, and counts what was done', async () => {
  const clock = { at: Date.UTC(2026, 10, 21, 9) }
  await using app = await openAppOf(modules, { clock: () => clock.at })
  const step = fc.constantFrom(...deeds, 'switch')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const call = callerOf(app.as(app.person('member')))
      let on = true
      for (const next of steps) {
        if (next === 'switch') await switchTo(call, (on = !on))
        else await does(app, call, clock, next)
        if (!on) expect(await whatIsShown(call)).toEqual([])
      }
      await switchTo(call, true)
      const { items } = await call(listSessions, {})
      const toTheBell = steps.filter((next) => next === 'focus to the bell').length
      expect(items.filter(({ reached }) => reached)).toHaveLength(toTheBell)
    }),
    { numRuns: 25 },
  )
}, 120_000)

const deeds = ['focus to the bell', 'focus a while', 'morning', 'habit', 'dump', 'task', 'timer'] as const
type Deed = (typeof deeds)[number]
interface Clock {
  at: number
}

const switchTo = (call: Call, value: boolean) => call(updateSetting, { name: 'day.games-and-prompts', value })

async function does(app: TestApp, call: Call, clock: Clock, deed: Deed): Promise<void> {
  const ways: Record<Deed, () => Promise<unknown>> = {
    'focus to the bell': () => focus(call, clock, 25),
    'focus a while': () => focus(call, clock, 10),
    morning: () => call(keepMorning, {}),
    habit: async () => call(countHabit, { id: (await call(createHabit, { name: 'Walk', times: 2 })).id }),
    dump: () => call(createCapture, { text: 'Passport renewal\nI want to learn Spanish', way: 'clarify' }),
    task: () => call(createTask, { title: 'Call the dentist' }),
    timer: async () => call(startTimer, { taskId: (await call(createTask, { title: 'Write the report' })).id }),
  }
  await ways[deed]()
  if (deed === 'timer') clock.at += 5 * HOUR
  await app.settle()
}

async function focus(call: Call, clock: Clock, minutes: number): Promise<void> {
  const { id } = await call(startSession, { workMinutes: 25 })
  clock.at += minutes * MINUTE
  await call(finishSession, { id })
}

/** Somebody for whom all there is to show is there. */
async function live(app: TestApp, call: Call, clock: Clock): Promise<void> {
  for (let done = 0; done < 60; done++) {
    const { id } = await call(createTask, { title: tooShort.title, estimateMin: 30, estimateMax: 30, spentMinutes: 60 })
    await call(completeTask, { id })
  }
  await call(learnDurations, {})
  for (const deed of deeds.filter((one) => one !== 'timer')) await does(app, call, clock, deed)
  expect(await call(getModel, {})).toMatchObject({ state: 'learned' })
  // A session ends the timer that ran before it, and none that is started after it.
  await call(startSession, { workMinutes: 25 })
  await app.settle()
  await does(app, call, clock, 'timer')
  expect((await call(getFocus, {})).session).toMatchObject({ reached: true })
}
