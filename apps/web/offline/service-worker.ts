import { INDEX, ShellCache } from './shell-cache.ts'
import type { WorkerScope } from './worker-scope.ts'

// The build writes both (build-worker.ts).
const version = '%VERSION%'
const files = JSON.parse('["%FILES%"]') as string[]

const scope = self as unknown as WorkerScope
const shell = new ShellCache(version, [INDEX, ...files])

scope.addEventListener('install', (event) => event.waitUntil(shell.fill()))

scope.addEventListener('activate', (event) => event.waitUntil(shell.dropOthers().then(() => scope.clients.claim())))

scope.addEventListener('message', (event) => {
  // A newer version waits until somebody says so: pages of the older one are still open.
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting())
  if (event.data === 'forget') event.waitUntil(shell.renew())
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin) return
  if (pathname.startsWith('/assets/')) return event.respondWith(shell.file(request))
  // The API, downloads and everything else go to the server as if nobody stood between.
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(shell.page(request))
})

function isPage(pathname: string): boolean {
  return !/^\/(api|mcp|ws|health|metrics)(\/|$)/.test(pathname) && !pathname.split('/').at(-1)!.includes('.')
}
