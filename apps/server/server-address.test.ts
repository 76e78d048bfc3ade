import { describe, expect, it } from 'vitest'
import { addressesOf, isInTheClear, localOrigin } from './server-address.ts'

describe('the address of the server', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:4455'],
    ['0.0.0.0', 'http://127.0.0.1:4455'],
    ['::', 'http://127.0.0.1:4455'],
    ['::1', 'http://[::1]:4455'],
    ['daybook.local', 'http://daybook.local:4455'],
  ])('is reached here, when it listens on %s, as %s', (host, origin) => {
    expect(localOrigin(host, 4455)).toBe(origin)
  })

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('answers on %s to names of this machine alone', (host) => {
    expect(addressesOf({ host, publicUrl: null })).toEqual({ hosts: [] })
  })

  it.each(['0.0.0.0', '192.168.1.5', '127.evil.example'])('answers on %s to any name', (host) => {
    expect(addressesOf({ host, publicUrl: null })).toEqual({ hosts: 'any' })
  })

  it.each([
    ['127.0.0.1', null, false],
    ['0.0.0.0', 'https://daybook.example', false],
    ['0.0.0.0', 'http://daybook.example', true],
    ['192.168.1.5', null, true],
  ])('lets others listen in on %s with %s: %s', (host, publicUrl, inTheClear) => {
    expect(isInTheClear({ host, publicUrl })).toBe(inTheClear)
  })

  it('answers behind a public address to that one and its own', () => {
    const publicUrl = 'https://daybook.example'
    expect(addressesOf({ host: '0.0.0.0', publicUrl })).toEqual({ publicUrl, hosts: ['0.0.0.0'] })
  })
})
