import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleApp, refusalOf, type SampleApp, type SendOptions } from '../testing/open-sample-app.ts'
import { exampleId } from '../testing/sample-contract.ts'

let samples: SampleApp
let cookie: string
const path = `/api/v1/samples/${exampleId}`

beforeAll(async () => {
  samples = await openSampleApp()
  const json = { secret: await samples.app.daybook.createSignInSecret() }
  const response = await samples.send('POST', '/api/v1/auth/link', {
    json,
    anonymous: true,
    headers: { origin: 'http://localhost:4455' },
  })
  cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
})
afterAll(() => samples[Symbol.asyncDispose]())

const asSession = (method: string, headers: Record<string, string>, options: SendOptions = {}) =>
  samples.send(method, path, { anonymous: true, ...options, headers: { cookie, ...headers } })

describe('a session', () => {
  it('reads and writes from the pages of Daybook', async () => {
    expect((await asSession('GET', {})).status).toBe(200)
    expect(
      (await asSession('PATCH', { origin: 'http://localhost:4455', 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200)
  })

  it('is found among other cookies', async () => {
    expect((await asSession('GET', { cookie: `a=b; x${cookie}; ${cookie}; c` })).status).toBe(200)
    expect((await asSession('GET', { cookie: `x${cookie}` })).status).toBe(401)
  })

  it('gives way to a token, even to one that nobody has', async () => {
    expect((await asSession('GET', { authorization: 'Bearer wrong' })).status).toBe(401)
  })

  it.each([
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: 'http://localhost:3000' },
    { origin: 'http://localhost:4455.evil.test' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:4455', 'sec-fetch-site': 'cross-site' },
  ])('is not steered from elsewhere: %o', async (headers) => {
    expect(await refusalOf(await asSession('PATCH', headers as Record<string, string>))).toEqual({
      status: 403,
      code: 'origin-refused',
    })
  })

  it('is carried by a program that has no origin', async () => {
    expect((await asSession('PATCH', {})).status).toBe(200)
  })
})

describe('another site', () => {
  it('cannot send what the anonymous may send', async () => {
    const response = await samples.send('POST', '/api/v1/samples/open', {
      json: { secret: 'a' },
      anonymous: true,
      headers: { origin: 'https://evil.test' },
    })
    expect(await refusalOf(response)).toEqual({ status: 403, code: 'origin-refused' })
  })

  it('has no token, so whoever has one is welcome', async () => {
    expect((await samples.send('PATCH', path, { headers: { origin: 'https://evil.test' } })).status).toBe(200)
  })
})

describe('a host name', () => {
  it('is one of loopback', async () => {
    for (const host of ['localhost', 'LOCALHOST:1', '127.0.0.1:4455', '[::1]:4455'])
      expect((await samples.send('GET', path, { headers: { host } })).status, host).toBe(200)
    for (const host of [
      'evil.test',
      'localhost.evil.test',
      '127.0.0.1.evil.test',
      '10.0.0.1',
      '',
      '::1',
      'localhost:80:80',
    ]) {
      expect(await refusalOf(await samples.send('GET', path, { headers: { host } })), host).toEqual({
        status: 403,
        code: 'host-refused',
      })
    }
  })

  it('may be configured, or any', async () => {
    const headers = { host: 'daybook.example' }
    expect(
      (await samples.send('GET', path, { headers, rest: samples.rest({ publicUrl: 'https://daybook.example' }) }))
        .status,
    ).toBe(200)
    expect(
      (await samples.send('GET', path, { headers, rest: samples.rest({ hosts: ['daybook.example'] }) })).status,
    ).toBe(200)
    expect((await samples.send('GET', path, { headers, rest: samples.rest({ hosts: 'any' }) })).status).toBe(200)
  })
})

describe('behind TLS', () => {
  it('the cookie is bound to the host, and the origin is the public one', async () => {
    const rest = samples.rest({ publicUrl: 'https://daybook.example' })
    const json = { secret: await samples.app.daybook.createSignInSecret() }
    const headers = { origin: 'https://daybook.example' }
    const response = await samples.send('POST', '/api/v1/auth/link', { json, anonymous: true, headers, rest })
    const [secure] = response.headers.getSetCookie()
    expect(secure).toMatch(/^__Host-daybook_session=.+; Secure/)
    const withCookie = { ...headers, cookie: secure!.split(';')[0]! }
    expect((await samples.send('PATCH', path, { anonymous: true, headers: withCookie, rest })).status).toBe(200)
    expect((await samples.send('GET', path, { anonymous: true, headers: { cookie }, rest })).status).toBe(401)
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })
})
