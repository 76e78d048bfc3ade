import { extname } from 'node:path'

/** The content type of a file of the web app by its name, and whether it shrinks when compressed. */
export function contentTypeOf(name: string): { type: string; compressible: boolean } {
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  return { type, compressible: /^text\/|json|svg|manifest/.test(type) }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}
