import { randomUUID } from 'node:crypto'
import type { Logger } from '#kernel/ports.ts'
import { requestFailed } from '#platform/log/events.ts'
import { endStreamAt } from '#platform/runtime/end-streams.ts'
import type { RequestInfo } from '#platform/runtime/listener.ts'
import type { McpApp } from '#surfaces/mcp/create-mcp-app.ts'
import type { RestApp } from '#surfaces/rest/options.ts'
import { splitUrl } from '#surfaces/rest/request-url.ts'
import { createAnswerFloor } from './answer-floor.ts'
import type { OperationsApp } from './health.ts'
import type { LocalApp } from './local-app.ts'
import type { WebFiles } from './web-files.ts'

export interface Parts {
  api: RestApp
  mcp: McpApp
  operations: OperationsApp
  local: LocalApp
  web: WebFiles
  /** The public address, where there is one. */
  publicUrl: string | null
  log: Logger
  /** Aborted when the server stops: event streams end. */
  stopping: AbortSignal
}

/** Sends a request to the part that answers its path. */
export function createRouter(parts: Parts): (request: Request, info: RequestInfo) => Promise<Response> {
  const { api, mcp, operations, local, web, publicUrl, log, stopping } = parts
  const onFloor = createAnswerFloor(publicUrl)

  async function route(request: Request, info: RequestInfo): Promise<Response> {
    const { path } = splitUrl(request.url)
    if (path.startsWith('/api/') || path === '/api' || path === '/.well-known/jwks.json')
      return endStreamAt(stopping, await api.fetch(request, info))
    if (path === '/mcp') return endStreamAt(stopping, await mcp.fetch(request, info))
    return operations(request, path) ?? local(request, path) ?? web(request, path)
  }

  return async (request, info) => {
    try {
      return onFloor(await route(request, info))
    } catch (cause) {
      const requestId = randomUUID()
      requestFailed(log, requestId, cause)
      const said = `Something broke inside Daybook. Quote ${requestId} when you report it.\n`
      const headers = {
        'content-type': 'text/plain; charset=utf-8',
        'x-request-id': requestId,
        'cache-control': 'no-store',
      }
      return onFloor(new Response(said, { status: 500, headers }))
    }
  }
}
