import type { AnyOperation } from '#contract/operation.ts'
import { byFolder, sampleRequests, type SampleRequest } from './sample-request.ts'
import { collectionVariables } from './variables.ts'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** The API as a collection of the format that Postman and many others read (Postman Collection 2.1). */
export function postmanCollection(operations: readonly AnyOperation[]) {
  const requests = sampleRequests(operations)
  return {
    info: {
      name: 'Daybook',
      description: 'Every operation with its example. Set baseUrl and token first.',
      schema: SCHEMA,
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: collectionVariables(requests).map(({ name, value, secret }) => ({
      key: name,
      value,
      type: secret ? 'secret' : 'string',
    })),
    item: byFolder(requests).map(([name, own]) => ({ name, item: own.map(toItem) })),
  }
}

function toItem({ name, summary, method, template, path, query, body, signedIn }: SampleRequest) {
  const segments = template
    .replace(/\{(\w+)\}/g, ':$1')
    .split('/')
    .slice(1)
  const search = query.map(([key, value]) => `${key}=${value}`).join('&')
  return {
    name,
    request: {
      method,
      description: `${summary}.`,
      ...(!signedIn && { auth: { type: 'noauth' } }),
      header: body !== null && body !== 'file' ? [{ key: 'Content-Type', value: 'application/json' }] : [],
      url: {
        raw: `{{baseUrl}}/${segments.join('/')}${search && `?${search}`}`,
        host: ['{{baseUrl}}'],
        path: segments,
        ...(query.length > 0 && { query: query.map(([key, value]) => ({ key, value })) }),
        ...(path.length > 0 && { variable: path.map(([key, value]) => ({ key, value })) }),
      },
      ...(body === 'file' && { body: { mode: 'file', file: { src: null } } }),
      ...(body !== null &&
        body !== 'file' && { body: { mode: 'raw', raw: body.json, options: { raw: { language: 'json' } } } }),
    },
    response: [],
  }
}
