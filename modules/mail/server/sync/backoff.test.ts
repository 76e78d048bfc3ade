import { describe, expect, it } from 'vitest'
import { backoff } from './backoff.ts'

describe('the wait after failures', () => {
  it('doubles, and ends at five minutes', () => {
    const longest = [1, 2, 3, 9, 10, 30].map((failures) => backoff(failures, () => 1))
    expect(longest).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000])
  })

  it('is spread over the upper half, so that many do not come back together', () => {
    expect(backoff(3, () => 0)).toBe(2000)
    expect(backoff(3, () => 0.5)).toBe(3000)
  })
})
