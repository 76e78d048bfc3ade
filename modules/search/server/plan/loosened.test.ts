import { expect, it } from 'vitest'
import { placesOf } from '../words/neighbours.ts'
import type { Expression } from './expression.ts'
import { loosened, needsPlaces, placesWanted } from './loosened.ts'

const phrase = (text: string, rest: object = {}): Expression => ({
  kind: 'phrase',
  column: null,
  text,
  prefix: false,
  ...rest,
})

it('takes a phrase apart into its words, of which the last may go on', () => {
  const asked = phrase('power sup-plies', { prefix: true })
  expect(needsPlaces(asked)).toBe(true)
  expect(loosened(asked)).toEqual({
    kind: 'and',
    operands: [phrase('power'), phrase('sup'), phrase('plies', { prefix: true })],
  })
  expect(placesWanted(asked)).toEqual(placesOf('power', 'sup'))
})

it('leaves alone what the index tells by itself', () => {
  const asked: Expression = { kind: 'but', wanted: phrase('fan', { column: 'title' }), unwanted: phrase('speed') }
  expect(needsPlaces(asked)).toBe(false)
  expect(loosened(asked)).toBe(asked)
  expect(placesWanted(asked)).toEqual([])
})

it('looks for a word of the body everywhere', () => {
  expect(loosened(phrase('fan', { column: 'body' }))).toEqual(phrase('fan'))
})

it('keeps documents that have the words of an unwanted phrase apart', () => {
  const asked: Expression = { kind: 'but', wanted: phrase('fan'), unwanted: phrase('fan speed') }
  expect(loosened(asked)).toEqual(phrase('fan'))
  expect(placesWanted(asked)).toEqual([])
})

it('wants the neighbours of every phrase that must be there, and of none that may', () => {
  const [one, other] = [phrase('fan speed'), phrase('power supply')]
  expect(placesWanted({ kind: 'and', operands: [one, other] })).toEqual([
    ...placesOf('fan', 'speed'),
    ...placesOf('power', 'supply'),
  ])
  expect(placesWanted({ kind: 'or', operands: [one, other] })).toEqual([])
})
