import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { isInitializeRequest, isJSONRPCRequest, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import type { ReachedServer } from './reach-server.ts'

/** Carries messages between stdin and stdout and a server, word for word, until either side ends. */
export async function relay({ url, token, stopped }: Pick<ReachedServer, 'url' | 'token' | 'stopped'>): Promise<void> {
  const program = new StdioServerTransport()
  const server = new StreamableHTTPClientTransport(new URL('/mcp', url), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  })
  let initializeId: unknown

  program.onmessage = (message) => {
    if (isInitializeRequest(message) && isJSONRPCRequest(message)) initializeId = message.id
    server.send(message).catch((cause: unknown) => program.send(failureOf(message, cause)))
  }
  server.onmessage = (message) => {
    const version = initializeId !== undefined && versionIn(message, initializeId)
    if (version) server.setProtocolVersion(version)
    void program.send(message)
  }
  // A message that is no JSON has nobody to answer to.
  program.onerror = (error) => process.stderr.write(`${error.message}\n`)

  const left = new Promise<void>((resolve) => process.stdin.once('end', resolve))
  await server.start()
  await program.start()
  await Promise.race([left, stopped])
  await program.close()
  await server.close()
  process.stdin.destroy()
}

/** The version both sides agreed on, which every later request names. */
function versionIn(message: JSONRPCMessage, id: unknown): string | null {
  if (!('result' in message) || message.id !== id) return null
  const { protocolVersion } = message.result as { protocolVersion?: unknown }
  return typeof protocolVersion === 'string' ? protocolVersion : null
}

/** What the program is told when its message did not arrive; a notification is told nothing. */
function failureOf(message: JSONRPCMessage, cause: unknown): JSONRPCMessage {
  const text = cause instanceof Error ? cause.message : String(cause)
  const id = 'id' in message && message.id !== undefined ? message.id : null
  if (id === null) return { jsonrpc: '2.0', method: 'notifications/message', params: { level: 'error', data: text } }
  return { jsonrpc: '2.0', id, error: { code: -32603, message: `Daybook did not answer: ${text}` } }
}
