import { describe, expect, it } from 'vitest'
import { isLoopback, isPublic, resolveHost } from './addresses.ts'

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00:ec2::254',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'not an address',
    '',
  ])('%s is of no public network', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  it.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it('of this machine is known in each of its forms', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '8.8.8.8'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('stands for itself', async () => {
    expect(await resolveHost('192.0.2.7')).toEqual(['192.0.2.7'])
    expect((await resolveHost('localhost')).every(isLoopback)).toBe(true)
  })
})
