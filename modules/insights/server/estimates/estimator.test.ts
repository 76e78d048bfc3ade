import { expect, it } from 'vitest'
import { newSums, takeIn, toBackTest, type BackTest } from './back-test.ts'
import { estimate, newEstimator, type Estimator } from './estimator.ts'
import { packEstimator, unpackEstimator } from './pack.ts'
import type { PastTask } from './past-task.ts'

const facts = { person: 'ada', project: null, labels: [], title: 'Water the plants', ownMinutes: null }

it('knows a title again and says how long it took', () => {
  const { estimator } = taught(many(40, (index) => ({ ...facts, minutes: 9 + (index % 3) })))
  expect(estimate(estimator, facts).minutes).toBe(10)
  const { range } = estimate(estimator, facts)
  expect(range.from).toBeGreaterThanOrEqual(7)
  expect(range.to).toBeLessThanOrEqual(15)
})

it('tells kinds of tasks apart, and takes new titles by their label and their words', () => {
  const { estimator } = taught(
    many(120, (index) =>
      index % 2 === 0
        ? { ...facts, labels: ['call'], title: `Call customer ${index}`, minutes: 10 }
        : { ...facts, labels: ['report'], title: `Write report ${index}`, minutes: 180 },
    ),
  )
  const call = estimate(estimator, { ...facts, labels: ['call'], title: 'Call the bank' })
  const report = estimate(estimator, { ...facts, labels: ['report'], title: 'Write report of the year' })
  expect(call.minutes).toBeLessThan(20)
  expect(report.minutes).toBeGreaterThan(100)
})

it('holds four of five in every band of history, also where durations are lumps', () => {
  const random = seeded(7)
  // Pomodoros: most take one, some two, few more.
  const lumps = many(3000, (index) => ({
    ...facts,
    person: `person ${Math.floor(index / 150)}`,
    title: `Job ${Math.floor(random() * 400)}`,
    minutes: 25 * Math.ceil(-Math.log(random()) / 0.9),
  }))
  for (const { held, tasks } of taught(lumps).test.bands) expect(Math.abs(held / tasks - 0.8)).toBeLessThan(0.05)
})

it('follows a change of pace', () => {
  const random = seeded(3)
  const noisy = (minutes: number) => minutes * Math.exp(random() - 0.5)
  const tasks = many(1200, (index) => ({ ...facts, title: `Job ${index % 50}`, minutes: noisy(index < 600 ? 20 : 90) }))
  const { bands } = taught(tasks).test
  expect(bands[3]!.held / bands[3]!.tasks).toBeGreaterThan(0.77)
})

it('leaves the own estimate alone until correcting it was better beyond chance', () => {
  const good = taught(many(200, (index) => ({ ...facts, ownMinutes: 30, minutes: index % 2 === 0 ? 28 : 32 })))
  expect(good.test.own.corrected).toBe(0)
  expect(estimate(good.estimator, { ...facts, ownMinutes: 30 })).toMatchObject({ suggested: 30, corrected: false })

  const half = taught(many(200, (index) => ({ ...facts, ownMinutes: 30, minutes: 58 + (index % 5) })))
  const { suggested, corrected } = estimate(half.estimator, { ...facts, ownMinutes: 30 })
  expect(corrected).toBe(true)
  expect(suggested).toBeGreaterThan(45)
  expect(half.test.own.suggestedError).toBeLessThan(half.test.own.error)
})

it('does not correct an estimate to what its own range contradicts', () => {
  const long = { ...facts, title: 'Write the report', ownMinutes: 100 }
  const tasks = many(200, (index) =>
    index % 2 === 0 ? { ...long, minutes: 200 + index } : { ...facts, ownMinutes: 10, minutes: 19 + (index % 3) },
  )
  const { estimator } = taught(tasks)
  for (const ownMinutes of [10, 40, 100, 400]) {
    const { suggested, corrected, range } = estimate(estimator, { ...facts, ownMinutes })
    if (corrected) expect(suggested! >= range.from && suggested! <= range.to).toBe(true)
    else expect(suggested).toBe(ownMinutes)
  }
  expect(estimate(estimator, { ...facts, ownMinutes: 400 }).corrected).toBe(false)
})

it('is never worse than the own estimate by more than a hundredth, whatever people do', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = seeded(seed)
    const tasks = many(800, () => {
      const minutes = Math.ceil(10 * Math.exp(3 * random()))
      return {
        ...facts,
        title: `Job ${Math.floor(random() * 99)}`,
        minutes,
        ownMinutes: minutes * Math.exp(random() - 0.5),
      }
    })
    const { own } = taught(tasks).test
    expect(own.suggestedError).toBeLessThanOrEqual(own.error * 1.01)
  }
})

it('says the same after it was stored, and learns on from there', () => {
  const random = seeded(11)
  const task = (): PastTask => ({ ...facts, title: `Job ${Math.floor(random() * 20)}`, minutes: 5 + random() * 50 })
  const { estimator } = taught(many(100, task))
  const packed = packEstimator(estimator)
  const again = unpackEstimator(packed)!
  const next = task()
  expect(estimate(again, next).range).toEqual(estimate(estimator, next).range)
  const sums = newSums()
  takeIn(again, sums, next)
  expect(sums.tasks).toBe(1)
  expect(packed).not.toContain('Job')
})

it('does not read what another version stored', () => {
  expect(unpackEstimator('{"version":0}')).toBeNull()
})

it('does not see what comes later: estimates of the first tasks are the same whatever follows', () => {
  const first = many(50, (index) => ({ ...facts, title: `Job ${index % 7}`, minutes: 10 + index }))
  const alone = taught(first).test
  const sums = newSums()
  const estimator = newEstimator()
  let after: BackTest | null = null
  for (const [index, task] of [...first, ...many(50, () => ({ ...facts, minutes: 999 }))].entries()) {
    takeIn(estimator, sums, task)
    if (index === 49) after = toBackTest(sums)
  }
  expect(after).toEqual(alone)
})

function taught(tasks: PastTask[]): { estimator: Estimator; test: BackTest } {
  const estimator = newEstimator()
  const sums = newSums()
  for (const task of tasks) takeIn(estimator, sums, task)
  return { estimator, test: toBackTest(sums) }
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** A row of numbers from 0 to 1, the same each time (Lehmer). */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
