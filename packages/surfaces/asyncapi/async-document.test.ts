import officialText from '@asyncapi/specs/schemas/3.0.0-without-$id.json' with { type: 'json' }
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#testing/test-app.ts'
import { asyncDocument, type AsyncDocument } from './async-document.ts'

let app: TestApp
let document: AsyncDocument
beforeAll(async () => {
  app = await openTestApp()
  document = asyncDocument(app.daybook.kernel.registry)
})
afterAll(() => app[Symbol.asyncDispose]())

/** The schema that the makers of AsyncAPI publish. */
function officialSchema() {
  const ajv = new Ajv({ strict: false, logger: false, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(officialText)
}

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3.0', () => {
    const validate = officialSchema()
    const text = JSON.stringify(document)
    validate(JSON.parse(text))
    expect(validate.errors ?? []).toEqual([])
    // The judge is one that can say no.
    expect(validate({ ...JSON.parse(text), channels: { socket: { address: 7 } } })).toBe(false)
  })

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document)
    const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!))
    expect(references.size).toBeGreaterThan(200)
    for (const path of references) {
      const found = path.split('/').reduce<any>((value, name) => value?.[name], document)
      expect(found, path).toBeDefined()
    }
  })

  it('has every operation but raw HTTP, and every event', () => {
    const { registry } = app.daybook.kernel
    for (const { name, kind } of registry.public)
      expect(`call.${name}` in document.operations, name).toBe(kind !== 'endpoint')
    for (const name of registry.events.keys()) {
      expect(document.operations[`event.${name}`]).toMatchObject({ action: 'send' })
      expect(document.channels.events!.messages[`event.${name}`]).toBeDefined()
    }
  })

  it('is served', async () => {
    const response = await app.fetch('/api/v1/asyncapi.json', { anonymous: true })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)))
  })
})
