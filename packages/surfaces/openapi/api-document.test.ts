import { wholePath } from '#contract/api-prefix.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { isOperation, type AnyOperation } from '#contract/operation.ts'
import { publicOperations } from '#testing/public-operations.ts'
import * as sample from '../testing/sample-contract.ts'
import { apiDocument, type ApiDocument } from './api-document.ts'

let operations: AnyOperation[]
let document: ApiDocument

beforeAll(async () => {
  operations = [...(await publicOperations()), ...Object.values(sample).filter(isOperation)]
  document = apiDocument(operations)
})

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(structuredClone(document))
    expect(result.errors ?? []).toEqual([])
    expect(validator.version).toBe('3.1')
    // The judge is one that can say no.
    expect((await new Validator().validate({ ...structuredClone(document), paths: { tasks: {} } })).valid).toBe(false)
  })

  it('lists every operation by its whole path, and every alias', () => {
    for (const operation of operations) {
      const { method, path } = operation.http
      expect(document.paths[`/api/v1${path}`]?.[method.toLowerCase()]?.operationId).toBe(operation.name)
      for (const alias of operation.aliases) {
        expect(document.paths[wholePath(alias.path)]?.[alias.method.toLowerCase()]?.['x-alias-of']).toBe(operation.name)
      }
    }
  })

  it('names an operation once', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!)
    expect(references.length).toBeGreaterThan(50)
    for (const reference of new Set(references)) {
      const target = reference.split('/').reduce<any>((value, part) => value?.[part], document)
      expect(target, reference).toBeDefined()
    }
  })

  it('names the codes of each status', () => {
    const codes = document.paths['/api/v1/samples/{id}']!.patch!.responses
    const enumOf = (status: string) =>
      codes[status].content['application/problem+json'].schema.allOf[1].properties.code.enum
    expect(enumOf('404')).toEqual(['sample-not-found'])
    expect(enumOf('412')).toEqual(['stale-revision'])
  })

  it('says how a change is made safe', () => {
    const { parameters } = document.paths['/api/v1/samples/{id}']!.patch!
    expect(parameters.map((parameter) => parameter.$ref ?? parameter.name)).toEqual([
      'id',
      '#/components/parameters/IdempotencyKey',
      '#/components/parameters/IfMatch',
    ])
  })

  it('asks nobody to sign in for what is open to all', () => {
    expect(document.paths['/api/v1/samples/open']!.post!.security).toEqual([])
    expect(document.paths['/api/v1/samples']!.post!.security).toEqual([{ token: [] }, { session: [] }])
  })

  it('lets answers grow, and refuses unknown members of inputs', () => {
    expect(document.components.schemas.Sample).not.toHaveProperty('additionalProperties')
    expect(
      document.paths['/api/v1/samples']!.post!.requestBody!.content['application/json'].schema.additionalProperties,
    ).toBe(false)
  })

  it('is the same every time', async () => {
    expect(JSON.stringify(apiDocument(operations))).toBe(JSON.stringify(document))
  })
})
