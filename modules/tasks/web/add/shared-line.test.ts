import { expect, it } from 'vitest'
import { sharedLine } from './shared-line.ts'

it('takes the title as the line, and the rest as notes', () => {
  expect(sharedLine({ title: 'An article', text: 'Worth reading', url: 'https://example.org/a' })).toEqual({
    text: 'An article',
    notes: 'Worth reading\n\nhttps://example.org/a',
  })
})

it('takes the first line of a text that has no title', () => {
  expect(sharedLine({ text: 'Buy milk\nand eggs\nand bread' })).toEqual({
    text: 'Buy milk',
    notes: 'and eggs\nand bread',
  })
})

it('takes an address alone, and says nothing twice', () => {
  expect(sharedLine({ url: 'https://example.org/a' })).toEqual({ text: 'https://example.org/a', notes: '' })
  expect(sharedLine({ title: 'An article', text: 'An article' })).toEqual({ text: 'An article', notes: '' })
  expect(sharedLine({ title: 'A', text: 'See https://example.org/a', url: 'https://example.org/a' })).toEqual({
    text: 'A',
    notes: 'See https://example.org/a',
  })
})

it('keeps all of a line that is too long for a title', () => {
  const long = 'word '.repeat(200).trim()
  const { text, notes } = sharedLine({ text: long })
  expect(text.length).toBeLessThanOrEqual(500)
  expect(notes).toBe(long)
})

it('is empty where nothing was shared', () => {
  expect(sharedLine({})).toEqual({ text: '', notes: '' })
})
