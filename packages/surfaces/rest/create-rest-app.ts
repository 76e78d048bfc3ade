import type { Kernel } from '#kernel/kernel.ts'
import { commonFailure, Failure, FailureError } from '#kernel/failure.ts'
import { requestFailed } from '../log.ts'
import { createDocuments } from '../docs/documents.ts'
import { answerFailure, withoutBody } from './answers.ts'
import { jsonHeaders } from './api-headers.ts'
import { createCarrier } from './carry-out.ts'
import { createCors } from './cors.ts'
import { createHostGuard } from './host-guard.ts'
import type { ConnectionInfo, RestApp, RestOptions } from './options.ts'
import { requestIdOf } from './request-id.ts'
import { splitUrl, type RequestUrl } from './request-url.ts'
import { createRouteTable, type Match } from './route-table.ts'
import { routesOf } from './route.ts'
import { STRICT_TRANSPORT } from './strict-transport.ts'

/** The REST surface: every public operation below `/api/v1`, and the documents that describe them. */
export function createRestApp(kernel: Kernel, options: RestOptions): RestApp {
  const table = createRouteTable(routesOf(kernel.registry.public))
  const documents = createDocuments(kernel.registry)
  const isKnownHost = createHostGuard(options)
  const cors = createCors(options.corsOrigins ?? [])
  const carryOut = createCarrier(kernel, options, cors)
  const isSecure = options.publicUrl?.startsWith('https:') ?? false

  async function answer(
    request: Request,
    { host, path, query }: RequestUrl,
    match: Match | null,
    requestId: string,
    info: ConnectionInfo,
  ): Promise<Response> {
    const namedHost = request.headers.get('host') ?? host
    if (!isKnownHost(namedHost)) return refuse(commonFailure('host-refused'), requestId)
    if (match) return carryOut(match, { request, host: namedHost, query, requestId, info })
    const document = await documents(request, path)
    document?.headers.set('x-request-id', requestId)
    return document ?? refuseUnmatched(request, path, requestId)
  }

  function refuseUnmatched(request: Request, path: string, requestId: string): Response {
    const methods = methodsOf(path)
    if (methods.length === 0) return refuse(commonFailure('operation-not-found'), requestId)
    const permission = request.method === 'OPTIONS' ? cors.preflight(request, methods) : null
    if (permission) return permission
    const { method } = request
    const allow = methods.join(', ')
    if (method === 'OPTIONS') {
      const headers = jsonHeaders(requestId, null)
      headers.set('allow', allow)
      return withoutBody(204, headers)
    }
    const response = refuse(commonFailure('method-not-allowed', { detail: `This path takes ${allow}` }), requestId)
    response.headers.set('allow', allow)
    return response
  }

  /** The methods a path takes. `HEAD` goes with `GET`, but for streams, which have no end. */
  function methodsOf(path: string): string[] {
    const methods = table.methodsOf(path)
    if (methods.length === 0) return []
    const head = findMatch('HEAD', path) ? ['HEAD'] : []
    return [...methods, ...head, 'OPTIONS'].sort()
  }

  function findMatch(method: string, path: string): Match | null {
    if (method !== 'HEAD') return table.match(method, path)
    const match = table.match('GET', path)
    return match?.route.operation.kind === 'stream' ? null : match
  }

  return {
    async fetch(request, info = {}) {
      const started = performance.now()
      const requestId = requestIdOf(request.headers)
      const url = splitUrl(request.url)
      const match = findMatch(request.method, url.path)
      const operation = match?.route.operation.name ?? 'unknown'
      let response: Response
      try {
        response = await answer(request, url, match, requestId, info)
      } catch (error) {
        response = refuse(toFailure(error), requestId)
        if (!(error instanceof FailureError)) requestFailed(options.log, { requestId, operation, err: error })
      }
      cors.mark(request, response)
      if (isSecure) response.headers.set('strict-transport-security', STRICT_TRANSPORT)
      options.observe?.(operation, response.status, performance.now() - started)
      return request.method === 'HEAD' ? toHead(response) : response
    },
  }
}

/** A refusal that was thrown keeps its code; anything else is a bug, and its details are for the log alone. */
function toFailure(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : commonFailure('internal')
}

function refuse(failure: Failure, requestId: string): Response {
  return answerFailure(failure, { requestId, budget: null })
}

function toHead(response: Response): Response {
  void response.body?.cancel()
  return new Response(null, { status: response.status, headers: response.headers })
}
