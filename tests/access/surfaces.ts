import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { AnyOperation } from '#contract/operation.ts'
import { toRequest } from '#client/to-request.ts'
import { withheldBecause } from '#surfaces/mcp/reach.ts'
import { createSocketApp } from '#surfaces/socket/create-socket-app.ts'
import type { TestApp } from '#testing/test-app.ts'
import { callTool } from '../mcp/mcp-app.ts'
import type { Caller } from './callers.ts'

/** One way in. A surface of the matrix is this and nothing more. */
export interface Surface {
  name: string
  /** Whether strangers are turned away before they can name an operation. */
  membersOnly: boolean
  carries(operation: AnyOperation): boolean
  /** Somebody comes in; null where they are turned away at the door. */
  open(caller: Caller): Promise<Visit | null>
}

export interface Visit {
  /** Calls an operation; answers the code of the refusal, or null. */
  call(operation: AnyOperation, input: Record<string, unknown>): Promise<string | null>
  close(): Promise<void>
}

const BASE_URL = 'http://localhost'

export function restSurface(app: TestApp): Surface {
  return {
    name: 'rest',
    membersOnly: false,
    carries: () => true,
    async open({ headers }) {
      return {
        async call(operation, input) {
          const request = toRestRequest(operation, input)
          for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
          const response = await app.daybook.app.fetch(request)
          if (response.ok) await response.body?.cancel()
          return response.ok ? null : ((await response.json()) as { code: string }).code
        },
        close: async () => undefined,
      }
    },
  }
}

/** Of an endpoint without members nobody reads the body: what it does not know stands in the address. */
function toRestRequest(operation: AnyOperation, { nothing, ...input }: Record<string, unknown>): Request {
  if (operation.kind !== 'endpoint' || nothing === undefined)
    return toRequest({ baseUrl: BASE_URL }, operation, { ...input, nothing }, {})
  const request = toRequest({ baseUrl: BASE_URL }, operation, input, {})
  const url = new URL(request.url)
  url.searchParams.set('nothing', String(nothing))
  return new Request(url, request)
}

export function socketSurface(app: TestApp): Surface {
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const sockets = createSocketApp(app.daybook.kernel, { log })
  return {
    name: 'ws',
    membersOnly: true,
    carries: ({ kind }) => kind !== 'endpoint',
    async open({ headers }) {
      const session = await sockets.accept(
        new Request(`${BASE_URL}/ws`, { headers: { ...headers, host: 'localhost' } }),
        {},
      )
      if (session instanceof Response) return null
      const waiting = new Map<number, (frame: { problem?: { code: string } }) => void>()
      session.opened({
        send(text) {
          const frame = JSON.parse(text)
          waiting.get(frame.id)?.(frame)
        },
        bufferedBytes: () => 0,
        ping() {},
        close() {},
        terminate() {},
      })
      let id = 0
      return {
        async call(operation, input) {
          const answered = new Promise<{ problem?: { code: string } }>((resolve) => waiting.set(++id, resolve))
          session.message(JSON.stringify({ id, call: operation.name, input }))
          const { problem } = await answered
          return problem?.code ?? null
        },
        close: async () => session.closed(1000, ''),
      }
    },
  }
}

export function mcpSurface(app: TestApp): Surface {
  return {
    name: 'mcp',
    membersOnly: true,
    carries: (operation) => withheldBecause(operation) === null,
    async open({ headers }) {
      const client = new Client({ name: 'The matrix', version: '1' }, { capabilities: {} })
      const transport = new StreamableHTTPClientTransport(new URL(`${BASE_URL}/mcp`), {
        requestInit: { headers },
        fetch: (url, init) => app.daybook.mcp.fetch(new Request(url, init)),
      })
      const isIn = await client.connect(transport as never).then(
        () => true,
        () => false,
      )
      if (!isIn) return null
      return {
        async call(operation, input) {
          const answer = await callTool(client, 'execute_operation', { operation: operation.name, input })
          return answer.problem?.code ?? null
        },
        close: () => client.close(),
      }
    },
  }
}
