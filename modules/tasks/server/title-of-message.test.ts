import { expect, it } from 'vitest'
import { titleOfMessage } from './title-of-message.ts'

const ada = { name: 'Ada', address: 'ada@example.test' }

it.each([
  ['Invoice 7', 'Invoice 7'],
  ['Re: Invoice', 'Invoice'],
  ['RE: Fwd: re: Invoice', 'Invoice'],
  ['FW: AW: Rechnung', 'Rechnung'],
  ['Re[2]: Re^3: Invoice', 'Invoice'],
  ['Re：会议', '会议'],
  ['[PATCH 1/2] fix: the fan', '[PATCH 1/2] fix: the fan'],
  ['Reply: to me', 'Reply: to me'],
  ['Re', 'Re'],
  ['Wichtig: heute', 'Wichtig: heute'],
  ['  many\t \n spaces ', 'many spaces'],
  ['Re: ', 'Message from Ada'],
  ['', 'Message from Ada'],
])('%j becomes %j', (subject, title) => {
  expect(titleOfMessage({ subject, from: ada })).toBe(title)
})

it('names what nobody named', () => {
  expect(titleOfMessage({ subject: '', from: null })).toBe('Message without a subject')
  expect(titleOfMessage({ subject: '', from: { name: '', address: 'a@b.test' } })).toBe('Message from a@b.test')
})

it('cuts between characters and stays within a title', () => {
  const title = titleOfMessage({ subject: `${'x'.repeat(498)}${'😀'.repeat(10)}`, from: ada })
  expect(title.length).toBeLessThanOrEqual(500)
  expect(title.isWellFormed()).toBe(true)
})

it('reads a subject of nothing but marks quickly', () => {
  expect(titleOfMessage({ subject: 're: '.repeat(20_000), from: ada })).toBe('Message from Ada')
})
