import { commonFailure, Failure } from '#kernel/failure.ts'
import type { ConnectionInfo, RestOptions } from '../rest/options.ts'
import { answerFailure } from '../rest/answers.ts'
import { completeHeaders } from '../rest/api-headers.ts'
import { createCredentialReader } from '../rest/credentials.ts'
import { createHostGuard } from '../rest/host-guard.ts'
import { createOriginGuard } from '../rest/origin-guard.ts'
import { readBody } from '../rest/read-body.ts'
import { requestIdOf } from '../rest/request-id.ts'
import { splitUrl } from '../rest/request-url.ts'
import { errorTable } from '../error-table.ts'
import { toProblem } from '../to-problem.ts'
import type { McpCaller } from './caller.ts'
import type { McpKernel } from './tool-call.ts'

/** The Model Context Protocol over HTTP, at `/mcp`. */
export interface McpApp {
  fetch(request: Request, info?: ConnectionInfo): Promise<Response>
  /** Ends the clients' sessions. */
  close(): Promise<void>
}

/** Serves MCP by Streamable HTTP. The SDK is loaded with the first client: it costs nothing before. */
export function createMcpApp(kernel: McpKernel, options: RestOptions): McpApp {
  const isKnownHost = createHostGuard(options)
  const isOwnOrigin = createOriginGuard(options.publicUrl)
  const credentialsOf = createCredentialReader(options.publicUrl?.startsWith('https:') ?? false)
  const bodyLimit = options.bodyLimit ?? 1024 * 1024
  let clients: Promise<import('./clients.ts').Clients> | undefined

  const openClients = () => (clients ??= import('./clients.ts').then(({ Clients }) => new Clients(kernel, options.log)))

  async function answer(request: Request, requestId: string, info: ConnectionInfo): Promise<Response | Failure> {
    const host = request.headers.get('host') ?? splitUrl(request.url).host
    if (!isKnownHost(host)) return commonFailure('host-refused')
    if (!isOwnOrigin(request.headers, host)) return commonFailure('origin-refused')
    const credentials = credentialsOf(request.headers)
    const actor = credentials && (await kernel.identify(credentials))
    if (!actor) return commonFailure('not-signed-in')
    // Nothing is told but in answer to a call, so there is no stream to open with GET.
    if (request.method !== 'POST' && request.method !== 'DELETE') return commonFailure('method-not-allowed')

    const caller: McpCaller = { actor, requestId, address: info.address ?? '' }
    const body = request.method === 'POST' ? await readBody(request, bodyLimit) : null
    if (body instanceof Failure) return jsonRpcFailure(body, requestId)
    return (await openClients()).handle(request, body, caller)
  }

  return {
    async fetch(request, info = {}) {
      const requestId = requestIdOf(request.headers)
      const answered = await answer(request, requestId, info)
      if (!(answered instanceof Failure)) return withHeaders(answered, requestId)
      const response = answerFailure(answered, { requestId, budget: null })
      if (answered.code === 'method-not-allowed') response.headers.set('allow', 'POST, DELETE')
      return response
    },
    async close() {
      await (await clients)?.close()
    },
  }
}

/** A message that cannot be read, as JSON-RPC says it. */
function jsonRpcFailure(failure: Failure, requestId: string): Response {
  const problem = toProblem(failure, requestId)
  // -32700 is the standard's own number for what is not JSON.
  const code = failure.code === 'malformed-body' ? -32700 : errorTable[failure.declaration.kind].mcp
  const error = { code, message: failure.detail, data: problem }
  const response = Response.json({ jsonrpc: '2.0', id: null, error }, { status: problem.status })
  // Whoever sends too much goes on sending: the connection is of no more use.
  if (problem.status === 413) response.headers.set('connection', 'close')
  return response
}

function withHeaders(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers)
  completeHeaders(headers, requestId, null)
  return new Response(response.body, { status: response.status, headers })
}
