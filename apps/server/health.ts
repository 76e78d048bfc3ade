import type { Kernel } from '#kernel/kernel.ts'
import type { Metrics } from '#platform/metrics/metrics.ts'
import { isBearer } from './is-bearer.ts'

export interface OperationsOptions {
  kernel: Pick<Kernel, 'status'>
  metrics: Metrics
  /** When set, `/metrics` answers only to this bearer token. */
  metricsToken: string | null
}

/** Answers what supervisors and monitors ask, or null when the path is not one of theirs. */
export type OperationsApp = (request: Request, path: string) => Promise<Response> | Response | null

/** `/health` (alive), `/ready` (takes traffic) and `/metrics`, all from memory: no dependency is touched. */
export function createOperationsApp({ kernel, metrics, metricsToken }: OperationsOptions): OperationsApp {
  return (request, path) => {
    if (path !== '/health' && path !== '/ready' && path !== '/metrics') return null
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, null, { allow: 'GET, HEAD' })
    if (path === '/health') return answer(200, { status: healthOf(kernel) })
    if (path === '/ready') return kernel.status().ready ? answer(200, { ready: true }) : answer(503, { ready: false })
    if (metricsToken !== null && !isBearer(request, metricsToken)) {
      return answer(401, null, { 'www-authenticate': 'Bearer' })
    }
    return expose(metrics)
  }
}

/** Events that wait this long are a projection that is stuck or far behind: search misses what came in since. */
const DEGRADED_LAG = 100_000

function healthOf(kernel: Pick<Kernel, 'status'>): 'healthy' | 'degraded' {
  const { ready, lag } = kernel.status()
  return ready && Object.values(lag).every((events) => events < DEGRADED_LAG) ? 'healthy' : 'degraded'
}

async function expose(metrics: Metrics): Promise<Response> {
  const { contentType, text } = await metrics.expose()
  return new Response(text, { headers: { ...HEADERS, 'content-type': contentType } })
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

function answer(status: number, body: object | null, headers: Record<string, string> = {}): Response {
  if (body === null) return new Response(null, { status, headers: { ...HEADERS, ...headers } })
  return Response.json(body, { status, headers: { ...HEADERS, ...headers } })
}
