import { SOCKET_PROTOCOL, TICKET_PREFIX } from '#contract/socket-frames.ts'

/** The secret of the ticket among the protocols that a client offers, which begin with our own; null without one. */
export function ticketOf(headers: Headers): string | null {
  const offered = (headers.get('sec-websocket-protocol') ?? '').split(',').map((protocol) => protocol.trim())
  if (offered[0] !== SOCKET_PROTOCOL) return null
  return offered.find((protocol) => protocol.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length) ?? null
}
