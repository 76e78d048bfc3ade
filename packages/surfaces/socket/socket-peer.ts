/** The other side of a socket, as a runtime gives it. */
export interface SocketPeer {
  send(text: string): void
  /** What waits to be read by the caller, in bytes. */
  bufferedBytes(): number
  ping(): void
  close(code: number, reason: string): void
  /** Without waiting for the other side. */
  terminate(): void
}

/** What a runtime tells of a socket it has accepted. */
export interface SocketSession {
  readonly maxMessageBytes: number
  opened(peer: SocketPeer): void
  message(text: string): void
  drained(): void
  pong(): void
  closed(code: number, reason: string): void
}
