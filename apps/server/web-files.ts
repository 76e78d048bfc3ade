import { chooseEncoding } from './web/encodings.ts'
import { missingPage } from './web/missing-page.ts'
import { webHeaders } from './web/web-headers.ts'
import { WebFolder, type WebFile } from './web/web-folder.ts'

/** Answers requests for pages and their assets. */
export type WebFiles = (request: Request, path: string) => Promise<Response>

/** Serves the built web app: its assets by name, and the one page for every other path. */
export function createWebFiles(folder: string, publicUrl: string | null): WebFiles {
  const files = new WebFolder(folder)
  const security = webHeaders(publicUrl)

  return async (request, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { ...security, allow: 'GET, HEAD' } })
    }
    const isAsset = files.has(path) && path !== INDEX
    if (!isAsset && !(await files.refresh())) return html(503, missingPage, security)
    const name = files.has(path) || isFileName(path) ? path : INDEX
    const file = await files.read(name, chooseEncoding(request.headers.get('accept-encoding')))
    if (!file) return html(404, 'There is no such file.', security)
    return send(request, file, { ...security, 'cache-control': name.startsWith(HASHED) ? FOREVER : 'no-cache' })
  }
}

const INDEX = '/index.html'
/** The build puts a hash of the content in these names. */
const HASHED = '/assets/'
const FOREVER = 'public, max-age=31536000, immutable'

/** Pages have no dot in their last segment: `/favicon.ico` is a file that is not there, `/tasks/x` is a page. */
function isFileName(path: string): boolean {
  return path.startsWith(HASHED) || path.slice(path.lastIndexOf('/')).includes('.')
}

function send(request: Request, file: WebFile, headers: Record<string, string>): Response {
  const all = new Headers(headers)
  all.set('etag', file.etag)
  if (file.varies) all.set('vary', 'accept-encoding')
  if (matches(request.headers.get('if-none-match'), file.etag)) return new Response(null, { status: 304, headers: all })

  all.set('content-type', file.type)
  all.set('content-length', String(file.bytes.length))
  if (file.encoding !== 'identity') all.set('content-encoding', file.encoding)
  return new Response(request.method === 'HEAD' ? null : (file.bytes as Uint8Array<ArrayBuffer>), { headers: all })
}

/** Weak comparison, as RFC 9110 (13.1.2) wants it here: a proxy may have made the tag weak. */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}

function html(status: number, body: string, headers: Record<string, string>): Response {
  return new Response(body, {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
