import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOperationsApp } from '#apps/server/health.ts'
import { createLocalApp } from '#apps/server/local-app.ts'
import { createRouter } from '#apps/server/route-request.ts'
import { createWebFiles } from '#apps/server/web-files.ts'
import { createMetrics, type Metrics } from '#platform/metrics/metrics.ts'
import type { Listener } from '#platform/runtime/listener.ts'
import { serve } from '#platform/runtime/serve.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'

const PUBLIC_URL = 'https://daybook.example'
let app: TestApp
let metrics: Metrics
let listener: Listener

beforeAll(async () => {
  app = await openTestApp({ publicUrl: PUBLIC_URL })
  const { kernel, mcp, localToken } = app.daybook
  metrics = createMetrics({ status: () => kernel.status(), logBytes: () => 0 })
  const route = createRouter({
    api: app.daybook.app,
    mcp,
    operations: createOperationsApp({ kernel, metrics, metricsToken: 'a token' }),
    local: createLocalApp({ token: localToken, createLink: () => Promise.reject(new Error('a bug')) }),
    web: createWebFiles(fileURLToPath(new URL('./no-such-build', import.meta.url)), PUBLIC_URL),
    publicUrl: PUBLIC_URL,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    stopping: new AbortController().signal,
  })
  listener = await serve({ fetch: route, port: 0, hostname: '127.0.0.1' })
})
afterAll(async () => {
  await listener.cutOff()
  metrics.close()
  await app[Symbol.asyncDispose]()
})

const send = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${listener.port}${path}`, init)

/** The first answer to raw bytes, as text; empty when the connection was closed without one. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(listener.port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.setTimeout(10_000, () => reject(new Error('There was no answer')))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (text.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('close', () => resolve(text))
    socket.on('error', () => resolve(text))
  })
}

describe('every answer, whichever part gives it,', () => {
  const paths = [
    '/',
    '/assets/none.js',
    '/api/v1/auth/me',
    '/api/v1/nowhere',
    '/api/docs',
    '/mcp',
    '/health',
    '/metrics',
  ]

  it.each([...paths, '/local/sign-in-link'])('is held to its type, to no frame and to TLS: %s', async (path) => {
    const { headers } = await send(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toMatch(/(default|object)-src 'none'/)
  })

  it('is so too when something breaks, and tells nothing of what broke', async () => {
    const headers = { authorization: `Bearer ${app.daybook.localToken}` }
    const response = await send('/local/sign-in-link', { method: 'POST', headers })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('a bug')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('a request', () => {
  it.each(['/', '/api/v1/auth/me', '/health', '/mcp'])(
    'that asks for its own echo gets none (TRACE): %s',
    async (path) => {
      const text = await exchange(
        `TRACE ${path} HTTP/1.1\r\nHost: 127.0.0.1:${listener.port}\r\nX-Echo: canary\r\n\r\n`,
      )
      expect(text).not.toMatch(/^HTTP\/1\.1 2/)
      expect(text).not.toContain('canary')
    },
  )

  it.each([
    'Content-Length: 5\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding: xchunked',
    'Content-Length: 5\r\nContent-Length: 6',
  ])('of two lengths is refused or cut off: %j', async (framing) => {
    const { port } = listener
    const head = `POST /api/v1/tasks HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${app.token}\r\n`
    const text = await exchange(`${head}Content-Type: application/json\r\n${framing}\r\n\r\n0\r\n\r\n`)
    expect(text).not.toMatch(/^HTTP\/1\.1 2/)
  })
})
