import fc from 'fast-check'
import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { Failure } from '#kernel/failure.ts'
import type { Operation } from '#contract/operation.ts'
import {
  archiveHabit,
  closeEvening,
  countHabit,
  createHabit,
  createPause,
  endPause,
  getRitual,
  keepMorning,
  listHabits,
  listPauses,
  noteEnergy,
  pauseHabit,
  postponeEnergy,
  skipRitual,
  updateHabit,
} from '../contract.ts'
import { openDayApp } from './testing/open-day-app.ts'

const HOUR = 3_600_000
// Clocks change by an hour, by half an hour, and on the other half of the earth.
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Auckland'] as const

/** What somebody may do or leave, by a number between them. */
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('morning', 'evening', 'count', 'skip morning', 'skip evening') },
  { weight: 2, arbitrary: fc.constantFrom('pause', 'pause afterwards', 'end pauses', 'rest', 'take up', 'put away') },
  { weight: 1, arbitrary: fc.constantFrom('raise', 'lower', 'note energy', 'not now', 'switch off', 'switch on') },
)
const life = fc.array(
  fc.record({ hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 60 * 24 })), deed }),
  {
    minLength: 1,
    maxLength: 14,
  },
)

interface Earned {
  mornings: number
  evenings: number
  counts: number
  weeks: number
}

it('takes nothing away that was earned, whatever is left out, paused or switched off', async () => {
  let at = Date.parse('2026-03-01T00:00:00Z')
  await using app = await openDayApp(new Date(at).toISOString())
  let grown = 0
  let steps = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...zones), life, async (zone, lived) => {
      const person = new Person(app.as(app.person('member')), zone)
      const habit = await person.call(createHabit, { name: 'Walk', times: 2, zone })
      let before = await person.earned()
      for (const { hours, deed: wanted } of lived) {
        // Absence alone, then what is done.
        at += hours * HOUR
        app.setClock(new Date(at).toISOString())
        const away = await person.earned()
        expect(away).toEqual(before)
        await person.does(wanted, habit.id)
        const after = await person.earned()
        for (const name of Object.keys(after) as (keyof Earned)[])
          expect(after[name], `${name} after ${wanted}`).toBeGreaterThanOrEqual(before[name])
        if (after.counts > before.counts || after.mornings > before.mornings) grown++
        before = after
        steps++
      }
    }),
    { numRuns: 40 },
  )
  // Something was earned on the way, or nothing could have been taken away.
  expect(grown).toBeGreaterThan(20)
  expect(steps).toBeGreaterThan(100)
}, 120_000)

it('never counts a pause, before or afterwards, against anybody', async () => {
  await using app = await openDayApp('2026-10-01T08:00:00Z')
  let start = Date.parse('2026-10-01T08:00:00Z')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...zones),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 30 }),
      fc.nat({ max: 12 }),
      fc.nat({ max: 12 }),
      async (zone, mornings, from, length) => {
        const person = new Person(app.as(app.person('member')), zone)
        for (const kept of mornings) {
          start += 24 * HOUR
          app.setClock(new Date(start).toISOString())
          if (kept) await person.call(keepMorning, { zone })
        }
        const share = async () => {
          const { consistency } = await person.call(getRitual, { zone })
          const { last7, last28 } = consistency!
          return [last7, last28].map(({ n, of }) => ({ n, share: of === 0 ? 1 : n / of }))
        }
        const before = await share()
        const dayBefore = (days: number) => new Date(start - days * 24 * HOUR).toISOString().slice(0, 10)
        await person.call(createPause, { from: dayBefore(from + length), to: dayBefore(from), zone })
        const after = await share()
        for (const [index, { n, share: part }] of after.entries()) {
          expect(n).toBe(before[index]!.n)
          expect(part).toBeGreaterThanOrEqual(before[index]!.share)
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

/** Somebody who lives with Daybook. */
class Person {
  readonly #as: { call: (operation: any, input: any) => Promise<unknown> }
  readonly #zone: string

  constructor(as: { call: (operation: any, input: any) => Promise<unknown> }, zone: string) {
    this.#as = as
    this.#zone = zone
  }

  async call<Call, Output>(operation: Operation<Call, any, Output, string>, input: Call): Promise<Output> {
    const output = await this.#as.call(operation, input)
    if (output instanceof Failure) throw new Error(`${operation.name} refused: ${output.code} ${output.detail}`)
    return output as Output
  }

  /** What there is to lose, looked at with game elements on. */
  async earned(): Promise<Earned> {
    await this.call(updateSetting, { name: 'day.games-and-prompts', value: true })
    const { consistency } = await this.call(getRitual, { zone: this.#zone })
    const habits = [
      ...(await this.call(listHabits, { zone: this.#zone })).items,
      ...(await this.call(listHabits, { archived: true, zone: this.#zone })).items,
    ]
    const sum = (name: 'counts' | 'weeks') => habits.reduce((all, { earned }) => all + earned![name], 0)
    const { mornings, evenings } = consistency!
    return { mornings, evenings, counts: sum('counts'), weeks: sum('weeks') }
  }

  async does(deed: string, id: string): Promise<void> {
    const zone = this.#zone
    const deeds: Record<string, () => Promise<unknown>> = {
      morning: () => this.call(keepMorning, { zone }),
      evening: () => this.call(closeEvening, { zone }),
      count: () => this.call(countHabit, { id, zone }),
      'skip morning': () => this.call(skipRitual, { part: 'morning', zone }),
      'skip evening': () => this.call(skipRitual, { part: 'evening', zone }),
      pause: () => this.call(createPause, { zone }),
      'pause afterwards': () => this.call(createPause, { from: '2026-01-01', to: '2040-01-01', zone }),
      'end pauses': async () => {
        for (const pause of (await this.call(listPauses, {})).items) await this.call(endPause, { id: pause.id, zone })
      },
      rest: () => this.call(pauseHabit, { id, zone }),
      'take up': () => this.call(pauseHabit, { id, paused: false, zone }),
      'put away': () => this.call(archiveHabit, { id, zone }),
      raise: () => this.call(updateHabit, { id, times: 14, zone }),
      lower: () => this.call(updateHabit, { id, times: 1, zone }),
      'note energy': () => this.call(noteEnergy, { level: 1, zone }),
      'not now': () => this.call(postponeEnergy, {}),
      'switch off': () => this.call(updateSetting, { name: 'day.games-and-prompts', value: false }),
      'switch on': () => this.call(updateSetting, { name: 'day.games-and-prompts', value: true }),
    }
    await deeds[deed]!()
  }
}
