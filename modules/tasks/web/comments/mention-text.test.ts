import { expect, it } from 'vitest'
import { nameBefore, plainName, toKept, toTyped } from './mention-text.ts'

const ben = '01933b6e-8f00-7000-8000-000000000001'
const benno = '01933b6e-8f00-7000-8000-000000000002'

it('keeps whom it mentions as a reference and shows a name', () => {
  const picked = new Map([
    ['Ben', ben],
    ['Ben Noor', benno],
  ])
  const kept = toKept('@Ben Noor and @Ben, not @Benjamin', picked)
  expect(kept).toBe(`@[Ben Noor](${benno}) and @[Ben](${ben}), not @Benjamin`)
  expect(toTyped(kept)).toEqual({ text: '@Ben Noor and @Ben, not @Benjamin', picked })
})

it('sees the name that is being typed, and no address', () => {
  expect(nameBefore('Ask @be', 7)).toEqual({ start: 4, typed: 'be' })
  expect(nameBefore('@', 1)).toEqual({ start: 0, typed: '' })
  expect(nameBefore('ben@example', 11)).toBeNull()
  expect(nameBefore('Ask @ben now', 12)).toBeNull()
})

it('leaves nothing in a name that would end its mention', () => {
  expect(plainName('Ben] (x)\n')).toBe('Ben   x')
})
