import { expect, it } from 'vitest'
import { newSums, takeIn } from '../estimates/back-test.ts'
import { newEstimator } from '../estimates/estimator.ts'
import { plainRange } from '../estimates/plain-range.ts'
import { beatsMedian } from './beats-median.ts'

it('lets a back-test speak from thirty tasks on', () => {
  expect(beatsMedian({ tasks: 29, error: 2, medianError: 1 })).toBe(true)
  expect(beatsMedian({ tasks: 30, error: 2, medianError: 1 })).toBe(false)
  expect(beatsMedian({ tasks: 30, error: 0.9, medianError: 1 })).toBe(true)
})

it('says in the plain range what four of five past tasks took', () => {
  const estimator = newEstimator()
  const sums = newSums()
  const facts = { person: 'me', project: null, labels: [], ownMinutes: null }
  for (let minutes = 5; minutes <= 55; minutes += 5)
    takeIn(estimator, sums, { ...facts, title: `Task ${minutes}`, minutes })
  expect(plainRange(estimator)).toEqual({ minutes: 30, range: { from: 10, to: 50 } })
})
