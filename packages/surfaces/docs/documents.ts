import { createHash } from 'node:crypto'
import type { Registry } from '#kernel/registry.ts'
import type { ApiDocument } from '../openapi/api-document.ts'
import { API_PREFIX } from '#contract/api-prefix.ts'

/** Answers the documents of the API, which need no sign-in: they show the public contract alone. */
export type Documents = (request: Request, path: string) => Promise<Response | null>

interface Document {
  type: string
  text: string
  etag: string
}

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The OpenAPI document and the pages made of it. Each is written when first asked for, and kept. */
export function createDocuments(registry: Registry): Documents {
  const kept = new Map<string, Document>()
  let api: ApiDocument | undefined

  async function write(path: string): Promise<Document | null> {
    if (path === `${API_PREFIX}/openapi.json`) return toDocument('application/json', JSON.stringify(await describe()))
    if (path === `${API_PREFIX}/postman.json`) {
      const { postmanCollection } = await import('../collections/postman-collection.ts')
      return toDocument('application/json', JSON.stringify(postmanCollection(registry.public)))
    }
    if (path === `${API_PREFIX}/opencollection.json`) {
      const { openCollection } = await import('../collections/open-collection.ts')
      return toDocument('application/json', JSON.stringify(openCollection(registry.public)))
    }
    if (path === `${API_PREFIX}/asyncapi.json`) {
      const { asyncDocument } = await import('../asyncapi/async-document.ts')
      return toDocument('application/json', JSON.stringify(asyncDocument(registry)))
    }
    if (path === '/api/docs')
      return toDocument(
        'text/html; charset=utf-8',
        (await import('./operations-page.ts')).operationsPage(await describe()),
      )
    if (path === '/api/docs/errors')
      return toDocument('text/html; charset=utf-8', (await import('./errors-page.ts')).errorsPage(registry.public))
    if (path === '/api/docs/style.css') return toDocument('text/css; charset=utf-8', (await import('./style.ts')).style)
    return null
  }

  async function describe(): Promise<ApiDocument> {
    const { apiDocument } = await import('../openapi/api-document.ts')
    return (api ??= apiDocument(registry.public))
  }

  return async (request, path) => {
    if (!path.startsWith('/api/') || (request.method !== 'GET' && request.method !== 'HEAD')) return null
    const document = kept.get(path) ?? (await write(path))
    if (document === null) return null
    kept.set(path, document)
    return answer(request, document)
  }
}

function toDocument(type: string, text: string): Document {
  return { type, text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

function answer(request: Request, { type, text, etag }: Document): Response {
  const headers = {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    etag,
  }
  const known = request.headers.get('if-none-match')
  const isKnown = known?.split(',').some((given) => given.trim().replace(/^W\//, '') === etag)
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
}
