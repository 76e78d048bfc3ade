import { expect, it } from 'vitest'
import { readOutline, writeOutline } from './outline.ts'

const text = `Write to {{client}} 5 min
Send the contract 30 min +3d 09:00
  Fill in the names 4 min
    Look them up
Call back +2w`

it('reads depth, minutes and days off the lines, and writes them as they were', () => {
  const steps = readOutline(text)
  expect(steps).toEqual([
    { title: 'Write to {{client}}', depth: 0, minutes: 5, dueIn: null },
    { title: 'Send the contract', depth: 0, minutes: 30, dueIn: '+3d 09:00' },
    { title: 'Fill in the names', depth: 1, minutes: 4, dueIn: null },
    { title: 'Look them up', depth: 2, minutes: null, dueIn: null },
    { title: 'Call back', depth: 0, minutes: null, dueIn: '+2w' },
  ])
  expect(writeOutline(steps)).toBe(text)
})

it('takes lists as people paste them, and never stands a line deeper than it can', () => {
  expect(
    readOutline('    - First\n\n\t* Second\n        Third').map(({ title, depth }) => `${depth} ${title}`),
  ).toEqual(['0 First', '1 Second', '2 Third'])
})

it('leaves alone what only looks like a day or minutes', () => {
  expect(readOutline('Add 3+3d\nBuy 5 minutes of silence')).toMatchObject([
    { title: 'Add 3+3d', dueIn: null },
    { title: 'Buy 5 minutes of silence', minutes: null },
  ])
})
