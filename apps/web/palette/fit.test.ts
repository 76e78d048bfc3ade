import { expect, it } from 'vitest'
import { fit } from './fit.ts'

const best = (typed: string, ...labels: string[]) =>
  labels
    .map((label) => ({ label, fits: fit(label, '', typed.split(' ')) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map(({ label }) => label)

it('takes what begins so before what holds it', () => {
  expect(best('task', 'list tasks', 'multitask', 'tasks')).toEqual(['tasks', 'list tasks', 'multitask'])
})

it('wants every word, in any order', () => {
  expect(best('task done', 'done tasks', 'done mail', 'open tasks')).toEqual(['done tasks'])
})

it('finds letters in their order when they are close and begin a word', () => {
  expect(best('acv', 'archive', 'advice for nobody else, over there')).toEqual(['archive'])
  expect(best('stgs', 'settings', 'costings')).toEqual(['settings'])
})

it('does not guess from two letters', () => {
  expect(best('sz', 'server size')).toEqual([])
})

it('lets the name count more than the other words a line is known by', () => {
  expect(fit('trash', '', ['trash'])).toBeGreaterThan(fit('deleted mail', 'trash', ['trash']))
})
