import { afterEach, describe, expect, it } from 'vitest'
import type { KernelStatus } from '#kernel/kernel.ts'
import { createMetrics } from '#platform/metrics/metrics.ts'
import { createOperationsApp } from './health.ts'

let status: KernelStatus = { ready: true, lastPosition: 1, lag: {}, jobs: { running: 0 } }
const metrics = createMetrics({ status: () => status, logBytes: () => 0 })
afterEach(() => metrics.close())

const ask = async (
  path: string,
  options: { token?: string; headers?: Record<string, string>; method?: string } = {},
) => {
  const app = createOperationsApp({ kernel: { status: () => status }, metrics, metricsToken: options.token ?? null })
  return app(
    new Request(`http://127.0.0.1${path}`, { headers: options.headers ?? {}, method: options.method ?? 'GET' }),
    path,
  )
}

describe('what supervisors ask', () => {
  it('is healthy while it runs', async () => {
    const response = (await ask('/health'))!
    expect([response.status, await response.text()]).toEqual([200, '{"status":"healthy"}'])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('is alive but degraded, and not ready, when the kernel does not take traffic', async () => {
    status = { ...status, ready: false }
    expect(await (await ask('/health'))!.json()).toEqual({ status: 'degraded' })
    expect((await ask('/ready'))!.status).toBe(503)
    status = { ...status, ready: true }
    expect((await ask('/ready'))!.status).toBe(200)
  })

  it('is degraded when a projection is far behind', async () => {
    status = { ...status, lag: { 'search.index': 1e6 } }
    expect(await (await ask('/health'))!.json()).toEqual({ status: 'degraded' })
  })

  it('shows metrics, with a token only to those who have it', async () => {
    expect(await (await ask('/metrics'))!.text()).toContain('daybook_ready 1')
    expect((await ask('/metrics', { token: 'hush' }))!.status).toBe(401)
    expect((await ask('/metrics', { token: 'hush', headers: { authorization: 'Bearer hush' } }))!.status).toBe(200)
  })

  it('takes no other method and leaves other paths alone', async () => {
    expect((await ask('/health', { method: 'POST' }))!.status).toBe(405)
    expect(await ask('/healthy')).toBeNull()
  })
})
