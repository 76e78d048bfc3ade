import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#testing/test-app.ts'
import { inputShape } from '../input-shape.ts'
import { openCollection } from './open-collection.ts'
import { postmanCollection } from './postman-collection.ts'

let app: TestApp
beforeAll(async () => void (app = await openTestApp()))
afterAll(() => app[Symbol.asyncDispose]())

/** A request as a runner of a collection would send it. */
interface Sent {
  name: string
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
}

/** Reads a Postman collection: folders of items, the collection's auth, `:name` in paths, `{{name}}` anywhere. */
function readPostman(text: string, values: Record<string, string>): Sent[] {
  const fill = (given: string) => given.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  const collection = JSON.parse(text)
  return collection.item.flatMap((folder: any) =>
    folder.item.map(({ name, request }: any) => ({
      name,
      method: request.method,
      url: fill(request.url.raw).replace(/:(\w+)(?=[/?]|$)/g, (whole: string, key: string) => {
        const value = request.url.variable?.find((each: any) => each.key === key)?.value
        return value === undefined ? whole : encodeURIComponent(value)
      }),
      headers: {
        ...Object.fromEntries(request.header.map(({ key, value }: any) => [key, fill(value)])),
        ...(request.auth?.type !== 'noauth' && { authorization: `Bearer ${fill(collection.auth.bearer[0].value)}` }),
      },
      body: request.body?.mode === 'raw' ? fill(request.body.raw) : request.body ? 'a file' : null,
    })),
  )
}

/** Reads an OpenCollection of one file. */
function readOpenCollection(text: string, values: Record<string, string>): Sent[] {
  const fill = (given: string) => given.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  return JSON.parse(text).items.flatMap((folder: any) =>
    folder.items.map(({ info, http }: any) => ({
      name: info.name,
      method: http.method,
      url: fill(http.url).replace(/:(\w+)(?=[/?]|$)/g, (whole: string, key: string) => {
        const value = http.params?.find((each: any) => each.type === 'path' && each.name === key)?.value
        return value === undefined ? whole : encodeURIComponent(value)
      }),
      headers: {
        ...Object.fromEntries((http.headers ?? []).map(({ name, value }: any) => [name, fill(value)])),
        ...(http.body?.type === 'json' && { 'content-type': 'application/json' }),
      },
      body: http.body?.type === 'json' ? fill(http.body.data) : http.body ? 'a file' : null,
    })),
  )
}

const formats = [
  ['Postman', '/api/v1/postman.json', readPostman],
  ['OpenCollection', '/api/v1/opencollection.json', readOpenCollection],
] as const

describe.each(formats)('the %s collection', (_, path, read) => {
  async function requests(): Promise<Sent[]> {
    const response = await app.fetch(path, { anonymous: true })
    expect(response.status).toBe(200)
    const { localToken } = app.daybook
    return read(await response.text(), { baseUrl: 'http://localhost', token: localToken, secret: 'wrong' })
  }

  it('has a request for every operation', async () => {
    const names = (await requests()).map(({ name }) => name)
    expect(names.sort()).toEqual(app.daybook.kernel.registry.public.map(({ name }) => name).sort())
  })

  it('is taken by a real server: each request is answered, or refused for what it names', async () => {
    const operations = new Map(app.daybook.kernel.registry.public.map((operation) => [operation.name, operation]))
    let answered = 0
    for (const { name, method, url, headers, body } of await requests()) {
      const operation = operations.get(name)!
      // Streams do not end, and what signs the caller out would end the story.
      if (operation.kind === 'stream' || /sign-out|revoke|delete|suspend/.test(name)) continue
      const response = await app.fetch(url, {
        method,
        headers,
        ...(body !== null && { body }),
        anonymous: !('authorization' in headers),
      })
      const text = await response.text()
      expect(response.status, `${name} ${text}`).not.toBe(500)
      expect([404, 405].includes(response.status) && text.includes('"operation-not-found"'), name).toBe(false)
      // A secret is a variable that the person fills in: of these the example may be refused for its shape.
      const hasSecret = [...inputShape(operation).members.keys()].some((member) =>
        (body ?? '').includes(`"${member}": ""`),
      )
      if (!hasSecret) expect(text, name).not.toContain('"code":"invalid-input"')
      if (response.ok) answered++
    }
    expect(answered).toBeGreaterThan(20)
  })
})

it('holds no secret, not even that of an example', () => {
  const operations = app.daybook.kernel.registry.public
  for (const text of [postmanCollection(operations), openCollection(operations)].map((value) =>
    JSON.stringify(value),
  )) {
    expect(text).not.toContain('the-part-after-the-hash')
    expect(text).toContain('{{secret}}')
  }
})
