import { describe, expect, it } from 'vitest'
import { toUidSet } from './uid-set.ts'

describe('a set of uids', () => {
  it('writes neighbours as a range, whatever their order', () => {
    expect(toUidSet([9, 1, 2, 3, 5, 4, 12, 11])).toBe('1:5,9,11:12')
  })

  it('writes one as itself, and each once', () => {
    expect(toUidSet([7])).toBe('7')
    expect(toUidSet([7, 7, 8])).toBe('7:8')
  })
})
