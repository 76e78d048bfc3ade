import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleApp, refusalOf, type SampleApp } from '../testing/open-sample-app.ts'
import { exampleId } from '../testing/sample-contract.ts'

let samples: SampleApp
beforeAll(async () => void (samples = await openSampleApp()))
afterAll(() => samples[Symbol.asyncDispose]())

const path = `/api/v1/samples/${exampleId}`
const stranger = '01933b6e-8f00-7000-8000-00000000dead'

describe('a matched request', () => {
  it('answers JSON that nobody keeps, with its id, its budget and its ETag', async () => {
    const response = await samples.send('GET', path)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'ratelimit-limit': expect.stringMatching(/^\d+$/),
      'ratelimit-remaining': expect.stringMatching(/^\d+$/),
      'ratelimit-reset': expect.stringMatching(/^\d+$/),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      etag: '"3"',
    })
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
  })

  it('answers under an alias too', async () => {
    expect((await samples.send('GET', path.replace('samples', 'sample'))).status).toBe(200)
  })

  it('answers 201 with the place of what was made', async () => {
    const response = await samples.send('POST', '/api/v1/samples', { json: { title: 'One' } })
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe(path)
  })

  it('keeps a sane request id and replaces another', async () => {
    const idOf = async (given: string) =>
      (await samples.send('GET', path, { headers: { 'x-request-id': given } })).headers.get('x-request-id')
    expect(await idOf('my-request/7')).toBe('my-request/7')
    expect(await idOf('a b')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await idOf('x'.repeat(101))).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('answers HEAD like GET, without a body', async () => {
    const response = await samples.send('HEAD', path)
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).toBe('"3"')
    expect(await response.text()).toBe('')
  })

  it('says 304 to whoever has this revision', async () => {
    const statusFor = async (etag: string) =>
      (await samples.send('GET', path, { headers: { 'if-none-match': etag } })).status
    expect(await statusFor('"3"')).toBe(304)
    expect(await statusFor('W/"3", "9"')).toBe(304)
    expect(await statusFor('*')).toBe(304)
    expect(await statusFor('"2"')).toBe(200)
    expect(await statusFor('junk')).toBe(200)
  })

  it('prefers a path that is written out to one with a parameter', async () => {
    expect(await refusalOf(await samples.send('GET', '/api/v1/samples/broken'))).toMatchObject({ code: 'internal' })
  })
})

describe('a refusal', () => {
  it('is a problem document with the request id', async () => {
    const response = await samples.send('GET', `/api/v1/samples/${stranger}`, { headers: { 'x-request-id': 'r-1' } })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toEqual({
      type: '/api/docs/errors#sample-not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is no such sample',
      code: 'sample-not-found',
      kind: 'not-found',
      retryable: false,
      requestId: 'r-1',
    })
  })

  it('says to the anonymous how to sign in', async () => {
    const response = await samples.send('GET', path, { anonymous: true })
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Daybook"')
    expect(await refusalOf(response)).toEqual({ status: 401, code: 'not-signed-in' })
  })

  it('does not read what the anonymous send', async () => {
    const response = await samples.send('POST', '/api/v1/samples', { anonymous: true, body: 'junk' })
    expect(await refusalOf(response)).toEqual({ status: 401, code: 'not-signed-in' })
  })

  it('takes another scheme or an empty token for nobody', async () => {
    for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer  ', 'junk']) {
      expect((await samples.send('GET', path, { headers: { authorization } })).status, authorization).toBe(401)
    }
  })

  it('of a bug tells nothing but the id, and the log has the cause', async () => {
    const response = await samples.send('GET', '/api/v1/samples/broken', { headers: { 'x-request-id': 'bug-1' } })
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).toContain('bug-1')
    expect(text).not.toContain('a detail')
    const entry = samples.logged.find(({ fields }) => fields.requestId === 'bug-1')
    expect(entry).toMatchObject({
      event: 'request-failed',
      fields: { operation: 'sample.break', err: { message: 'a detail for the log alone' } },
    })
  })
})

describe('a request without a route', () => {
  it('is 404 where there is no path', async () => {
    for (const unknown of [
      '/',
      '/api',
      '/api/v1',
      '/api/v1/',
      '/api/v2/samples',
      '/api/v1/samples/',
      '/api/v1//samples',
      '/api/v1/../../etc/passwd',
      '/api/v1/%2e%2e/x',
    ]) {
      expect(await refusalOf(await samples.send('GET', unknown)), unknown).toEqual({
        status: 404,
        code: 'operation-not-found',
      })
    }
  })

  it('is 405 with the methods that the path takes', async () => {
    const response = await samples.send('PUT', path)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, PATCH')
    expect(await refusalOf(response)).toEqual({ status: 405, code: 'method-not-allowed' })
    const stream = await samples.send('HEAD', `${path}/watch?end=well`)
    expect([stream.status, stream.headers.get('allow')]).toEqual([405, 'GET, OPTIONS'])
  })

  it('answers OPTIONS without opening the door to other sites', async () => {
    const response = await samples.send('OPTIONS', path, {
      headers: { origin: 'https://evil.test', 'access-control-request-method': 'PATCH' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, PATCH')
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('an endpoint', () => {
  it('keeps its own policy and cookies and gains the other headers', async () => {
    const response = await samples.send('GET', `${path}/page`)
    expect(response.headers.get('content-security-policy')).toBe("sandbox; frame-ancestors 'self'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('x-request-id')).not.toBeNull()
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.text()).toBe('<p>Hello</p>')
  })

  it('reads a raw body of any type and size', async () => {
    const body = new Uint8Array(3 * 1024 * 1024)
    const response = await samples.send('POST', '/api/v1/samples/files?name=a', {
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(await response.json()).toEqual({ bytes: body.byteLength })
  })

  it('gets the members it needs from a JSON body', async () => {
    expect(
      await (await samples.send('POST', '/api/v1/samples/open', { json: { secret: 'abc' }, anonymous: true })).json(),
    ).toEqual({ length: 3 })
  })
})

it('tells the observer the operation and the status, and never a path of strangers', async () => {
  const seen: [string, number][] = []
  const rest = samples.rest({ observe: (operation, status) => void seen.push([operation, status]) })
  await samples.send('GET', path, { rest })
  await samples.send('GET', '/api/v1/who-knows', { rest })
  expect(seen).toEqual([
    ['sample.read', 200],
    ['unknown', 404],
  ])
})
