import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleApp, refusalOf, type SampleApp, type SentBody } from '../testing/open-sample-app.ts'
import { exampleId } from '../testing/sample-contract.ts'

let samples: SampleApp
beforeAll(async () => void (samples = await openSampleApp()))
afterAll(() => samples[Symbol.asyncDispose]())

const path = `/api/v1/samples/${exampleId}`
const inputOf = async (response: Response) => ((await response.json()) as { input: unknown }).input
const post = (body: SentBody, headers: Record<string, string> = {}) =>
  samples.send('POST', '/api/v1/samples', { body, headers: { 'content-type': 'application/json', ...headers } })

describe('a query string', () => {
  it('is read by the types of the members', async () => {
    const response = await samples.send('GET', `${path}?count=7&flag=true&title=2026&sizes=1&sizes=2.5`)
    expect(await inputOf(response)).toEqual({ id: exampleId, count: 7, flag: true, title: '2026', sizes: [1, 2.5] })
  })

  it('takes a plus for a space and percent-encoded UTF-8', async () => {
    expect(await inputOf(await samples.send('GET', `${path}?title=a+b%20%C3%A9%2B`))).toEqual({
      id: exampleId,
      title: 'a b é+',
    })
  })

  it.each([
    ['count=seven', '/count'],
    ['count=0x7', '/count'],
    ['count=1&count=2', '/count'],
    ['flag=yes', '/flag'],
    ['nope=1', '/nope'],
    ['__proto__=1', '/__proto__'],
    ['constructor=1', '/constructor'],
    ['id=other', '/id'],
  ])('refuses %s and points at %s', async (query, pointer) => {
    expect(await refusalOf(await samples.send('GET', `${path}?${query}`))).toEqual({
      status: 400,
      code: 'invalid-input',
      pointers: [pointer],
    })
  })

  it.each(['title=%', 'title=%zz', 'title=%ff', '%c3=1', `title=${'x'.repeat(20_000)}`])(
    'refuses what is not percent-encoded UTF-8 or too long (%#)',
    async (query) => {
      expect(await refusalOf(await samples.send('GET', `${path}?${query}`))).toEqual({
        status: 400,
        code: 'invalid-input',
      })
    },
  )

  it('refuses a path that is not percent-encoded UTF-8', async () => {
    expect(await refusalOf(await samples.send('GET', '/api/v1/samples/%ff'))).toEqual({
      status: 400,
      code: 'invalid-input',
      pointers: ['/id'],
    })
  })
})

describe('a body', () => {
  it('is one JSON object in UTF-8', async () => {
    for (const body of ['{', '[]', 'null', '"text"', '1', '{"title":"a"} x', '\u0000']) {
      expect(await refusalOf(await post(body)), body).toEqual({ status: 400, code: 'malformed-body' })
    }
    expect(await refusalOf(await post(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])))).toEqual({
      status: 400,
      code: 'malformed-body',
    })
  })

  it('may begin with a byte order mark and repeat a key', async () => {
    expect(await inputOf(await post('\ufeff{"title":"a","title":"b"}'))).toEqual({ title: 'b' })
  })

  it('may be missing where nothing is needed', async () => {
    expect((await samples.send('PATCH', path)).status).toBe(200)
    expect(await refusalOf(await samples.send('POST', '/api/v1/samples'))).toEqual({
      status: 400,
      code: 'invalid-input',
      pointers: ['/title'],
    })
  })

  it.each([
    null,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'junk',
  ])('of type %s is not understood', async (type) => {
    const body = new TextEncoder().encode('{"title":"a"}')
    const response = await samples.send('POST', '/api/v1/samples', {
      body,
      ...(type !== null && { headers: { 'content-type': type } }),
    })
    expect(await refusalOf(response)).toEqual({ status: 415, code: 'unsupported-media-type' })
  })

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/merge-patch+json'])(
    'of type %s is JSON',
    async (type) => {
      expect((await post('{"title":"a"}', { 'content-type': type })).status).toBe(201)
    },
  )

  it('nests at most 64 levels', async () => {
    const nested = (depth: number) => `{"title":"a","data":${'['.repeat(depth)}${']'.repeat(depth)}}`
    expect((await post(nested(63))).status).toBe(201)
    expect(await refusalOf(await post(nested(64)))).toEqual({ status: 400, code: 'malformed-body' })
    expect(await refusalOf(await post(nested(100_000)))).toEqual({ status: 400, code: 'malformed-body' })
    expect((await post(JSON.stringify({ title: '['.repeat(1000), data: '\\"[' }))).status).toBe(201)
  })

  it('cannot reach a prototype', async () => {
    const reply = await post('{"title":"a","__proto__":{"polluted":true}}')
    expect(await refusalOf(reply)).toEqual({ status: 400, code: 'invalid-input', pointers: ['/__proto__'] })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('too large is refused before it is read', async () => {
    let asked = 0
    const body = new ReadableStream<Uint8Array>(
      { pull: (controller) => (asked++, controller.enqueue(new Uint8Array(64 * 1024))) },
      { highWaterMark: 0 },
    )
    const chunked = await post(body)
    expect(await refusalOf(chunked)).toEqual({ status: 413, code: 'body-too-large' })
    expect(chunked.headers.get('connection')).toBe('close')
    expect(asked).toBeLessThan(64)
    expect(await refusalOf(await post('{}', { 'content-length': '104857600' }))).toEqual({
      status: 413,
      code: 'body-too-large',
    })
  })

  it('that breaks off is malformed', async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) })
    expect(await refusalOf(await post(body))).toEqual({ status: 400, code: 'malformed-body' })
  })

  it('may repeat a member of the path, but not deny it', async () => {
    expect((await samples.send('PATCH', path, { json: { id: exampleId } })).status).toBe(200)
    const other = { id: '01933b6e-8f00-7000-8000-00000000dead' }
    expect(await refusalOf(await samples.send('PATCH', path, { json: other }))).toEqual({
      status: 400,
      code: 'invalid-input',
      pointers: ['/id'],
    })
  })
})

describe('If-Match', () => {
  const patch = (etag: string, json: object = {}) =>
    samples.send('PATCH', path, { json, headers: { 'if-match': etag } })

  it('becomes the revision', async () => {
    expect(await inputOf(await patch('"3"'))).toEqual({ id: exampleId, rev: 3 })
    expect(await inputOf(await patch('W/"3"'))).toEqual({ id: exampleId, rev: 3 })
    expect(await inputOf(await patch('*'))).toEqual({ id: exampleId })
    expect(await refusalOf(await patch('"2"'))).toEqual({ status: 412, code: 'stale-revision' })
  })

  it.each(['3', '"three"', '"3', '""', '"3", "4"', '"99999999999999999999"'])(
    '%s is not an ETag of ours',
    async (etag) => {
      expect(await refusalOf(await patch(etag))).toEqual({ status: 400, code: 'bad-if-match' })
    },
  )

  it('must agree with the body, and is not passed over where there is no revision', async () => {
    expect((await patch('"3"', { rev: 3 })).status).toBe(200)
    expect(await refusalOf(await patch('"3"', { rev: 4 }))).toEqual({ status: 400, code: 'bad-if-match' })
    expect(await refusalOf(await post('{"title":"a"}', { 'if-match': '"1"' }))).toEqual({
      status: 400,
      code: 'bad-if-match',
    })
  })
})

describe('Idempotency-Key', () => {
  it('is 1 to 255 visible characters', async () => {
    for (const key of ['a b', 'x'.repeat(256), 'é']) {
      expect(await refusalOf(await post('{"title":"a"}', { 'idempotency-key': key })), key).toEqual({
        status: 400,
        code: 'bad-idempotency-key',
      })
    }
  })

  it('answers the same again, and refuses another input', async () => {
    const headers = { 'idempotency-key': 'key-1' }
    const first = await (await post('{"title":"a"}', headers)).json()
    expect(await (await post('{"title":"a"}', headers)).json()).toEqual(first)
    expect(await refusalOf(await post('{"title":"b"}', headers))).toEqual({
      status: 422,
      code: 'idempotency-key-reused',
    })
  })
})
