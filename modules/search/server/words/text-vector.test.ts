import { expect, it } from 'vitest'
import { textVector } from './text-vector.ts'

const vectorOf = (texts: Parameters<typeof textVector>[0]) => textVector(texts).words
const empty = { title: '', sender: '', recipients: '', files: '', body: '', marks: '' }

it('writes words once for all columns and once with their column, each at its place', () => {
  expect(vectorOf({ ...empty, title: 'Fan speed', body: 'The fan' })).toBe(
    "'\ue000tfan':2A 'fan':2A,9 '\ue000tspeed':3A 'speed':3A 'the':8",
  )
})

it('keeps marks, those of lists in their order', () => {
  expect(vectorOf({ ...empty, marks: '\ue000kmail \ue000lopen \ue000lorg' })).toBe(
    "'\ue000kmail' '\ue000lopen':1 '\ue000lorg':2",
  )
})

it('leaves out a word that would pass for a mark', () => {
  expect(vectorOf({ ...empty, body: '\ue000kmail word' })).toBe("'word':7")
})

it('writes neighbours as lexemes where a word has more places than are kept', () => {
  const vector = vectorOf({ ...empty, body: 'of the '.repeat(300) })
  expect(vector.includes("'\ue000qof\ue001the'")).toBe(true)
  expect(vector.includes("'\ue000othe'")).toBe(true)
  expect(positionsOf(vector, 'of')).toBe(255)
})

it('gives no place beyond the last one', () => {
  const vector = vectorOf({ ...empty, body: Array.from({ length: 20_000 }, (_, n) => `w${n}`).join(' ') })
  expect(positionsOf(vector, 'w19999')).toBe(0)
  expect(vector.includes("'\ue000qw19998\ue001w19999'")).toBe(true)
})

it('stays below a megabyte, however long a text is', () => {
  const vector = vectorOf({ ...empty, body: Array.from({ length: 150_000 }, (_, n) => `w${n}`).join(' ') })
  expect(vector.includes('\ue000q')).toBe(false)
  expect(vector.match(/'w\d+'/g)!.reduce((sum, entry) => sum + entry.length, 0)).toBeLessThan(2 ** 20)
})

it('shortens a word that is longer than a lexeme may be', () => {
  const [first, second] = ['a', 'b'].map((end) => vectorOf({ ...empty, body: '電'.repeat(3000) + end }))
  expect(Buffer.byteLength(first!)).toBeLessThan(2046)
  expect(first === second).toBe(false)
})

function positionsOf(vector: string, word: string): number {
  const [, positions] = new RegExp(`'${word}'(?::([\\dA,]+))?`).exec(vector)!
  return positions === undefined ? 0 : positions.split(',').length
}
