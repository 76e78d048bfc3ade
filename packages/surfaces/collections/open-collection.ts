import type { AnyOperation } from '#contract/operation.ts'
import { byFolder, sampleRequests, type SampleRequest } from './sample-request.ts'
import { collectionVariables } from './variables.ts'

/** The API as a collection of the format that Bruno reads (OpenCollection 1.0, one file; JSON is YAML too). */
export function openCollection(operations: readonly AnyOperation[]) {
  const requests = sampleRequests(operations)
  return {
    opencollection: '1.0.0',
    info: { name: 'Daybook', summary: 'Every operation with its example. Set baseUrl and token first.', version: '1' },
    config: {
      environments: [
        {
          name: 'This machine',
          variables: collectionVariables(requests).map(({ name, value, secret }) =>
            secret ? { secret: true, name } : { name, value },
          ),
        },
      ],
    },
    items: byFolder(requests).map(([name, own], folder) => ({
      info: { name, type: 'folder', seq: folder + 1 },
      items: own.map(toItem),
    })),
    bundled: true,
  }
}

function toItem({ name, summary, method, template, path, query, body, signedIn }: SampleRequest, index: number) {
  const params = [
    ...path.map(([key, value]) => ({ name: key, value, type: 'path' })),
    ...query.map(([key, value]) => ({ name: key, value, type: 'query' })),
  ]
  const search = query.map(([key, value]) => `${key}=${value}`).join('&')
  // Written out rather than inherited: every reader of the format sends a header.
  const headers = signedIn ? [{ name: 'Authorization', value: 'Bearer {{token}}' }] : []
  return {
    info: { name, type: 'http', seq: index + 1 },
    http: {
      method,
      url: `{{baseUrl}}${template.replace(/\{(\w+)\}/g, ':$1')}${search && `?${search}`}`,
      ...(headers.length > 0 && { headers }),
      ...(params.length > 0 && { params }),
      ...(body === 'file' && { body: { type: 'file', data: [] } }),
      ...(body !== null && body !== 'file' && { body: { type: 'json', data: body.json } }),
    },
    docs: `${summary}.`,
  }
}
