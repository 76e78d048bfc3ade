import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleApp, type SampleApp, type SendOptions } from '../testing/open-sample-app.ts'
import { exampleId } from '../testing/sample-contract.ts'
import type { RestApp } from './options.ts'

const LISTED = 'https://app.example'
const path = `/api/v1/samples/${exampleId}`

let samples: SampleApp
let rest: RestApp
let cookie: string

beforeAll(async () => {
  samples = await openSampleApp()
  rest = samples.rest({ corsOrigins: [LISTED] })
  const json = { secret: await samples.app.daybook.createSignInSecret() }
  const response = await samples.send('POST', '/api/v1/auth/link', { json, anonymous: true })
  cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
})
afterAll(() => samples[Symbol.asyncDispose]())

const send = (method: string, origin: string, options: SendOptions = {}) =>
  samples.send(method, path, {
    rest,
    ...options,
    headers: { origin, 'sec-fetch-site': 'cross-site', ...options.headers },
  })
const preflight = (origin: string, to: RestApp = rest) =>
  samples.send('OPTIONS', path, {
    rest: to,
    anonymous: true,
    headers: { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization' },
  })

describe('a page of another site', () => {
  it('may call with a token when its origin is listed', async () => {
    const asked = await preflight(LISTED)
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, LISTED])
    expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH')
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization')
    for (const method of ['GET', 'PATCH']) {
      const answer = await send(method, LISTED)
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, LISTED])
      expect(answer.headers.get('vary')).toContain('origin')
    }
  })

  it('is never allowed to bring a cookie', async () => {
    for (const answer of [await preflight(LISTED), await send('GET', LISTED)])
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect((await send('PATCH', LISTED, { anonymous: true, headers: { cookie } })).status).toBe(403)
  })

  it('may ask to sign in when its origin is listed, and not otherwise', async () => {
    const login = (origin: string) =>
      samples.send('POST', '/api/v1/auth/login', {
        rest,
        anonymous: true,
        headers: { origin, 'sec-fetch-site': 'cross-site' },
        json: { email: 'ada@example.test', password: 'not the password' },
      })
    expect((await login(LISTED)).status).toBe(401)
    expect((await login('https://evil.example')).status).toBe(403)
  })

  it.each([
    'https://evil.example',
    'https://app.example.evil.example',
    'http://app.example',
    'null',
    'https://app.example:8443',
  ])('at %s learns nothing', async (origin) => {
    for (const answer of [await preflight(origin), await send('GET', origin)])
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('learns nothing where no origin is listed', async () => {
    const asked = await preflight(LISTED, samples.rest({}))
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    expect(asked.headers.get('access-control-allow-methods')).toBeNull()
  })
})
