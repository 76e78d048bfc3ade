import fc from 'fast-check'
import type { ApiDocument, ApiOperation } from '#surfaces/openapi/api-document.ts'
import type { JsonSchema } from '#surfaces/input-shape.ts'
import { inputFor, valueFor, type RealIds } from '../conformance/input-arbitrary.ts'

/** A request of the fuzzer, and what it is one of. */
export interface FuzzRequest {
  method: string
  /** As the document writes it, with names in braces. */
  template: string
  path: string
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | null
}

/** Requests made from an OpenAPI document: mostly near what it takes, now and then far from it. */
export function apiRequests(document: ApiDocument, ids: RealIds, token: string): fc.Arbitrary<FuzzRequest> {
  const operations = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), template, operation })),
  )
  return fc.constantFrom(...operations).chain(({ method, template, operation }) =>
    fc
      .record({
        path: pathOf(template, operation, document, ids),
        query: queryOf(operation, document, ids),
        headers: headersOf(operation, token),
        content: method === 'GET' ? fc.constant(NOTHING) : contentOf(operation, document, ids),
      })
      .map(({ path, query, headers, content }) => ({
        method,
        template,
        path: `${path}${query}`,
        headers: { ...content.headers, ...headers },
        body: content.body,
      })),
  )
}

interface Content {
  headers: Record<string, string>
  body: FuzzRequest['body']
}

const NOTHING: Content = { headers: {}, body: null }
const JSON_TYPE = { 'content-type': 'application/json' }

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema: JsonSchema
}

function parametersOf(operation: ApiOperation, document: ApiDocument, place: string): Parameter[] {
  return operation.parameters
    .map((parameter) => (parameter.$ref ? lookUp(document, String(parameter.$ref)) : parameter) as unknown as Parameter)
    .filter((parameter) => parameter.in === place)
}

function pathOf(template: string, operation: ApiOperation, document: ApiDocument, ids: RealIds): fc.Arbitrary<string> {
  const parts = parametersOf(operation, document, 'path').map(({ name, schema }) =>
    valueFor(resolved(schema, document), ids).map((value) => [name, toSegment(value)] as const),
  )
  return fc
    .tuple(...parts)
    .map((pairs) => pairs.reduce((path, [name, value]) => path.replace(`{${name}}`, () => value), template))
}

function toSegment(value: unknown): string {
  const text = toText(value)
  return text === '' || text === '.' || text === '..' ? 'x' : encodeURIComponent(text)
}

/** A part of an address carries no half characters. */
function toText(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'x')).toWellFormed().slice(0, 2000)
}

function queryOf(operation: ApiOperation, document: ApiDocument, ids: RealIds): fc.Arbitrary<string> {
  const parts = parametersOf(operation, document, 'query').map(({ name, schema, required }) =>
    fc.oneof(
      { arbitrary: fc.constant(''), weight: required ? 1 : 6 },
      {
        arbitrary: valueFor(resolved(schema, document), ids).map(
          (value) => `${name}=${encodeURIComponent(toText(value))}`,
        ),
        weight: required ? 12 : 5,
      },
    ),
  )
  const extra = fc.oneof(
    { arbitrary: fc.constant(''), weight: 12 },
    {
      arbitrary: fc.constantFrom('__proto__=1', 'limit=1&limit=2', 'cursor=%00', 'a=%', 'nobody[asked]=1', '&&=='),
      weight: 1,
    },
  )
  return fc.tuple(...parts, extra).map((texts) => {
    const query = texts.filter((text) => text !== '').join('&')
    return query === '' ? '' : `?${query}`
  })
}

function headersOf(operation: ApiOperation, token: string): fc.Arbitrary<Record<string, string>> {
  const rarely = (values: string[]) =>
    fc.oneof({ arbitrary: fc.constant(null), weight: 8 }, { arbitrary: fc.constantFrom(...values), weight: 1 })
  return fc
    .record({
      authorization: fc.oneof(
        { arbitrary: fc.constant(`Bearer ${token}`), weight: 24 },
        {
          arbitrary: fc.constantFrom(null, 'Bearer ', 'Bearer dbk_nobody', 'Basic YTpi', `Bearer ${token}x`),
          weight: 1,
        },
      ),
      'if-match': rarely(['"1"', '*', '"0"', 'W/"1"', '"99999999999999999999"', '1', '""', '"-1"']),
      'if-none-match': rarely(['*', '"1"', 'junk']),
      'idempotency-key': rarely(['again', 'a'.repeat(255), 'a'.repeat(256), ' ', 'é', '0']),
      accept: rarely(['text/html', 'application/json;q=0', 'text/event-stream', '*/*;q=junk']),
      range: rarely(['bytes=0-1', 'bytes=9-1', 'bytes=-0', 'lines=1']),
      'last-event-id': rarely(['0', '-1', 'x', '99999999999999999999']),
      'x-request-id': rarely(['mine', '<script>', 'a'.repeat(300)]),
      origin: rarely(['https://evil.example']),
      'content-type': operation.requestBody
        ? rarely(['text/plain', 'application/xml', 'application/json; charset=utf-16', ';'])
        : fc.constant(null),
    })
    .map((headers) => Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null)) as never)
}

function contentOf(operation: ApiOperation, document: ApiDocument, ids: RealIds): fc.Arbitrary<Content> {
  const content = operation.requestBody?.content as Record<string, { schema?: JsonSchema }> | undefined
  const json = content?.['application/json']?.schema
  const fit: fc.Arbitrary<Content> = json
    ? inputFor(resolved(json, document), ids).map((value) => ({ headers: JSON_TYPE, body: JSON.stringify(value) }))
    : content
      ? fc.uint8Array({ maxLength: 2000 }).map((bytes) => ({
          headers: { 'content-type': Object.keys(content)[0]! },
          body: new Uint8Array(bytes),
        }))
      : fc.constant(NOTHING)
  const junk: fc.Arbitrary<Content> = fc
    .oneof(
      fc.constantFrom('', '{', '[', 'null', '"\\ud800"', '{"a":1}', '[{}]', `{"title":"${'x'.repeat(200_000)}"}`),
      fc.constantFrom('['.repeat(50_000), '{"a":'.repeat(20_000), '{"__proto__":{"admin":true}}', '{"id":"\\u0000"}'),
      fc.json(),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
    )
    .map((body) => ({ headers: JSON_TYPE, body }))
  return fc.oneof({ arbitrary: fit, weight: 9 }, { arbitrary: junk, weight: 1 })
}

/** A schema with what it refers to in its place, a few levels deep. */
function resolved(schema: JsonSchema, document: ApiDocument, depth = 0): JsonSchema {
  if (depth > 6) return {}
  if (schema.$ref) return resolved(lookUp(document, schema.$ref) as JsonSchema, document, depth + 1)
  const below = (inner: JsonSchema) => resolved(inner, document, depth + 1)
  return {
    ...schema,
    ...(schema.anyOf && { anyOf: schema.anyOf.map(below) }),
    ...(schema.items && { items: below(schema.items) }),
    ...(schema.properties && {
      properties: Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, below(member)])),
    }),
  }
}

function lookUp(document: ApiDocument, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<any>((value, part) => value[part.replaceAll('~1', '/').replaceAll('~0', '~')], document)
}
