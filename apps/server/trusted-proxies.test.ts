import { describe, expect, it } from 'vitest'
import { createForwarding } from './trusted-proxies.ts'

const PUBLIC_URL = 'https://daybook.example'
const forwarding = createForwarding(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'], PUBLIC_URL)
const request = (headers: Record<string, string>) => new Request('http://daybook.example/tasks?view=day', { headers })
const callerOf = (address: string, forwardedFor: string) =>
  forwarding.infoOf(request({ 'x-forwarded-for': forwardedFor }), { address }).address
const sentTo = (address: string, proto: string) =>
  forwarding.redirect(request({ 'x-forwarded-proto': proto }), { address })?.headers.get('location') ?? null

describe('a trusted proxy', () => {
  it.each([
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', '203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['127.0.0.1', '6.6.6.6, 203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['fd00::1', '2001:db8::7', '2001:db8::7'],
    ['127.0.0.1', '', '127.0.0.1'],
    ['127.0.0.1', 'not an address', '127.0.0.1'],
    ['::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
  ])('at %s that says %j speaks for %s', (address, forwardedFor, caller) => {
    expect(callerOf(address, forwardedFor)).toBe(caller)
  })

  it('has requests without TLS sent to the public address', () => {
    expect(sentTo('127.0.0.1', 'http')).toBe('https://daybook.example/tasks?view=day')
    expect(sentTo('127.0.0.1', 'https')).toBeNull()
  })

  it.each(['/api/v1/me', '/mcp', '/ws', '/metrics'])(
    'has programs without TLS refused at %s, never sent on',
    (path) => {
      const unsafe = new Request(`http://daybook.example${path}`, { headers: { 'x-forwarded-proto': 'http' } })
      const answer = forwarding.redirect(unsafe, { address: '127.0.0.1' })
      expect([answer?.status, answer?.headers.has('location')]).toEqual([403, false])
    },
  )
})

describe('a stranger', () => {
  it('is believed nothing', () => {
    expect(callerOf('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
    expect(sentTo('203.0.113.9', 'http')).toBeNull()
    const none = createForwarding([], PUBLIC_URL)
    const info = { address: '127.0.0.1' }
    expect(none.infoOf(request({ 'x-forwarded-for': '6.6.6.6' }), info)).toBe(info)
    expect(none.redirect(request({ 'x-forwarded-proto': 'http' }), info)).toBeNull()
  })
})
