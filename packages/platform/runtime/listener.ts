import type { SocketHandler } from './socket.ts'

export type { SocketHandler } from './socket.ts'

/** What a handler may learn about a request besides the request. */
export interface RequestInfo {
  /** The network address of the caller; looked up when asked for. */
  readonly address: string
}

export interface ServeOptions {
  fetch(request: Request, info: RequestInfo): Promise<Response> | Response
  /** Answers WebSocket upgrades of `/ws`; without it that path is like any other. */
  socket?: SocketHandler | undefined
  /** 0 takes any free one. */
  port: number
  hostname: string
}

/** A server that listens. */
export interface Listener {
  readonly port: number
  /** Accepts nobody any more, closes sockets with 1001, and resolves when every open request is answered. */
  stop(): Promise<void>
  /** Cuts off what is still open. */
  cutOff(): Promise<void>
}

/** Why the server cannot listen. */
export class ListenError extends Error {
  readonly code: 'port-taken' | 'port-forbidden' | 'address-not-here'
  readonly remedy: string

  constructor(code: ListenError['code'], message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ListenError'
    this.code = code
    this.remedy = remedy
  }
}
