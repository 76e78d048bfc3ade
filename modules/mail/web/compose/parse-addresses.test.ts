import { expect, it } from 'vitest'
import { isAddress, parseAddresses, writeAddress } from './parse-addresses.ts'

it('reads what people write and paste', () => {
  expect(parseAddresses('ada@example.org')).toEqual([{ name: '', address: 'ada@example.org' }])
  expect(parseAddresses('Ada Lovelace <ada@example.org>; "Liu, George" <g@example.org>,\nzoë@example.org')).toEqual([
    { name: 'Ada Lovelace', address: 'ada@example.org' },
    { name: 'Liu, George', address: 'g@example.org' },
    { name: '', address: 'zoë@example.org' },
  ])
  expect(parseAddresses(' , ;\n')).toEqual([])
})

it('keeps what is no address yet, to be mended', () => {
  expect(parseAddresses('ada')).toEqual([{ name: '', address: 'ada' }])
  expect(isAddress('ada')).toBe(false)
  expect(isAddress('ada@example.org')).toBe(true)
})

it('writes what it reads', () => {
  for (const text of ['ada@example.org', 'Ada <ada@example.org>', '"Liu, George" <g@example.org>']) {
    expect(writeAddress(parseAddresses(text)[0]!)).toBe(text)
  }
})
