import { randomUUID } from 'node:crypto'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Logger } from '#kernel/ports.ts'
import { toAuthInfo, type McpCaller } from './caller.ts'
import { ClientSessions } from './client-sessions.ts'
import { createMcpServer } from './create-mcp-server.ts'
import type { McpKernel } from './tool-call.ts'

/** The connected clients, and what each message of theirs goes to. */
export class Clients {
  readonly #kernel: McpKernel
  readonly #log: Logger
  readonly #sessions = new ClientSessions()

  constructor(kernel: McpKernel, log: Logger) {
    this.#kernel = kernel
    this.#log = log
  }

  /** Hands a message to its session; the first message of a client makes one. */
  async handle(request: Request, body: Record<string, unknown> | null, caller: McpCaller): Promise<Response> {
    const id = request.headers.get('mcp-session-id')
    const transport = id === null ? await this.#open(caller) : this.#sessions.find(id, caller.actor)
    if (!transport) return sessionNotFound()
    return transport.handleRequest(request, { authInfo: toAuthInfo(caller), ...(body && { parsedBody: body }) })
  }

  close(): Promise<void> {
    return this.#sessions.close()
  }

  /** A session is kept once its first message proves to be `initialize`; until then the transport refuses all else. */
  async #open({ actor }: McpCaller): Promise<WebStandardStreamableHTTPServerTransport> {
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => this.#sessions.add(id, actor, transport),
      onsessionclosed: (id) => this.#sessions.remove(id),
    })
    await createMcpServer(this.#kernel, this.#log).connect(transport)
    return transport
  }
}

function sessionNotFound(): Response {
  const error = { code: -32001, message: 'Session not found' }
  return Response.json({ jsonrpc: '2.0', id: null, error }, { status: 404 })
}
