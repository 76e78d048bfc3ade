import { beforeEach, expect, it } from 'vitest'
import { boundActions, chooseKeys, conflictsOf, declareActions } from './key-map.ts'

beforeEach(() => {
  declareActions([
    { name: 'shell.search', label: 'Search', group: 'Everywhere', keys: '/' },
    { name: 'go.inbox', label: 'Go to Inbox', group: 'Go to', keys: 'g i' },
    { name: 'list.close', label: 'Close', group: 'Lists', keys: 'Escape', fixed: true },
    { name: 'mail.archive', label: 'Archive', group: 'Mail', keys: 'e' },
    { name: 'mail.star', label: 'Star', group: 'Mail', keys: 's' },
    { name: 'tasks.edit', label: 'Edit', group: 'Tasks', keys: 'n' },
  ])
  chooseKeys({})
})

const keysOf = (name: string) => boundActions().find((action) => action.name === name)?.keys
const conflicts = (name: string, keys: string) => conflictsOf(boundActions(), name, keys).map((action) => action.name)

it('lays a person’s keys over the usual ones, which stay known', () => {
  chooseKeys({ 'mail.archive': 'y', 'mail.star': '' })
  expect(keysOf('mail.archive')).toBe('y')
  expect(keysOf('mail.star')).toBe('')
  expect(boundActions().find(({ name }) => name === 'mail.archive')?.usual).toBe('e')
})

it('leaves what must always work as it is, and does not stumble over actions that are gone', () => {
  chooseKeys({ 'list.close': 'q', 'chat.send': 'w' })
  expect(keysOf('list.close')).toBe('Escape')
})

it('sees a conflict with the same group and with what works everywhere', () => {
  expect(conflicts('mail.archive', 's')).toEqual(['mail.star'])
  expect(conflicts('mail.archive', '/')).toEqual(['shell.search'])
  expect(conflicts('shell.search', 'n')).toEqual(['tasks.edit'])
})

it('sees none between pages that are never open together, nor with itself', () => {
  expect(conflicts('mail.archive', 'n')).toEqual([])
  expect(conflicts('mail.archive', 'e')).toEqual([])
})

it('sees that a key is the first of two', () => {
  expect(conflicts('mail.archive', 'g')).toEqual(['go.inbox'])
  expect(conflicts('go.inbox', 'e x')).toEqual(['mail.archive'])
})

it('frees a key that was switched off', () => {
  chooseKeys({ 'mail.star': '' })
  expect(conflicts('mail.archive', 's')).toEqual([])
})
