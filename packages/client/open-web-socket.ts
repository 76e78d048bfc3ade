import { SOCKET_PROTOCOL, TICKET_PREFIX } from '#contract/socket-frames.ts'
import { ProblemError } from './problem-error.ts'

export interface SocketAddress {
  /** Scheme, host and port, without a path; empty in a browser. */
  baseUrl: string
  /** A token; in a browser the session cookie signs the socket. */
  token?: string
  fetch?: (request: Request) => Promise<Response>
}

/** Begins to open a socket. A token is exchanged for a ticket first: no WebSocket of a browser can send a header. */
export async function openWebSocket(address: SocketAddress): Promise<WebSocket> {
  const base = address.baseUrl || (globalThis as { location?: { origin: string } }).location!.origin
  const url = `${base.replace(/^http/, 'ws')}/ws`
  if (address.token === undefined) return new WebSocket(url, SOCKET_PROTOCOL)
  const ticket = await createTicket(base, address)
  return new WebSocket(url, [SOCKET_PROTOCOL, TICKET_PREFIX + ticket])
}

async function createTicket(base: string, { token, fetch: doFetch = fetch }: SocketAddress): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  const request = new Request(`${base}/api/v1/realtime/tickets`, { method: 'POST', headers })
  const response = await doFetch(request).catch((cause: unknown) => {
    throw ProblemError.network(cause)
  })
  if (!response.ok) throw await ProblemError.from(response)
  return ((await response.json()) as { ticket: string }).ticket
}
