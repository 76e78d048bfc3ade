import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { serve } from '#platform/runtime/serve.ts'
import { createToken } from '#modules/identity/contract.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'

/** A whole Daybook behind a real socket, with the SDK's own client. */
export interface McpTestApp extends AsyncDisposable {
  app: TestApp
  url: URL
  /** A token of the owner with these scopes. */
  token(scopes: string[]): Promise<string>
  /** A connected client. */
  connect(options?: ConnectOptions): Promise<Client>
}

export interface ConnectOptions {
  token?: string
  /** Answers a dialog of the server; without it the client declares that it has none. */
  elicit?: (message: string) => Promise<{ action: 'accept' | 'decline' | 'cancel'; content?: { allow: boolean } }>
}

/** Opens it on a free port, with the registered modules or with an app of the test's own. */
export async function openMcpApp(opened?: TestApp): Promise<McpTestApp> {
  const app = opened ?? (await openTestApp())
  const { mcp } = app.daybook
  const listener = await serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: (request, info) => mcp.fetch(request, info),
  })
  const url = new URL(`http://127.0.0.1:${listener.port}/mcp`)
  const clients: Client[] = []
  return {
    app,
    url,
    async token(scopes) {
      const { token } = await app.call(createToken, { name: 'An assistant', scopes: scopes as never })
      return token
    },
    async connect({ token = app.token, elicit } = {}) {
      const client = new Client(
        { name: 'A test client', version: '1' },
        { capabilities: elicit ? { elicitation: { form: {} } } : {} },
      )
      if (elicit) {
        const { ElicitRequestSchema } = await import('@modelcontextprotocol/sdk/types.js')
        client.setRequestHandler(ElicitRequestSchema, ({ params }) => elicit(params.message))
      }
      await client.connect(
        new StreamableHTTPClientTransport(url, { requestInit: { headers: { authorization: `Bearer ${token}` } } }),
      )
      clients.push(client)
      return client
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(clients.map((client) => client.close()))
      await listener.cutOff()
      await app[Symbol.asyncDispose]()
    },
  }
}

/** What a tool answered, as its structured content. */
export async function callTool(client: Client, name: string, input: Record<string, unknown> = {}): Promise<any> {
  const result = (await client.callTool({ name, arguments: input })) as CallToolResult
  return { isError: result.isError ?? false, ...result.structuredContent }
}
