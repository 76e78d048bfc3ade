import type { RequestInfo } from './listener.ts'

/**
 * Decides on a WebSocket upgrade (RFC 6455): a Response refuses it, a session accepts it, and with it the first of the
 * protocols that the client offers.
 */
export interface SocketHandler {
  accept(request: Request, info: RequestInfo): Promise<Response | SocketSession>
}

/**
 * What happens on one accepted socket. Text frames only; a binary frame closes it with 1003.
 * A session that throws closes its socket with 1011, and the process logs why.
 */
export interface SocketSession {
  /** Largest message in bytes, at most `LARGEST_MESSAGE_BYTES`; a larger one closes the socket with 1009. */
  readonly maxMessageBytes: number
  opened(peer: SocketPeer): void
  message(text: string): void
  /** What was buffered has left. */
  drained(): void
  pong(): void
  /** The end, once; also without `opened`, when the caller was gone before the socket could open. */
  closed(code: number, reason: string): void
}

/** The other side of a socket. Nothing pings or times out by itself: that is the session's. */
export interface SocketPeer {
  /** Sends a text frame, or keeps it until the caller reads; never drops one while the socket is open. */
  send(text: string): void
  /** What `send` keeps because the caller has not read it yet, in bytes. The session bounds it. */
  bufferedBytes(): number
  ping(): void
  /** Sends a close frame and ends the session at once; the reason is cut at 123 bytes. */
  close(code: number, reason: string): void
  /** Without waiting for the other side. */
  terminate(): void
}

/** The path of the socket. */
export const SOCKET_PATH = '/ws'

/** No session takes more than this in one message: it has to be in memory whole before anybody sees it. */
export const LARGEST_MESSAGE_BYTES = 1_048_576

/** Closing codes of RFC 6455, section 7.4.1. */
export const CLOSE = { goingAway: 1001, unsupportedData: 1003, abnormal: 1006, tooLarge: 1009, failed: 1011 } as const
