import { SOCKET_CLOSE } from '#contract/socket-frames.ts'
import type { SocketLimits } from './socket-limits.ts'
import type { SocketPeer } from './socket-peer.ts'

/** How long a close frame may take to be read before the line is cut. */
const FAREWELL_MILLISECONDS = 5000

/** What leaves on a socket: it says when there is room for more, and cuts off who does not read. */
export class Outbox {
  readonly #peer: SocketPeer
  readonly #limits: SocketLimits
  #room: PromiseWithResolvers<void> | null = null
  #stall: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(peer: SocketPeer, limits: SocketLimits) {
    this.#peer = peer
    this.#limits = limits
  }

  send(text: string): void {
    if (this.#ended) return
    this.#peer.send(text)
    const buffered = this.#peer.bufferedBytes()
    if (buffered === 0) return
    if (buffered > this.#limits.maxBufferedBytes) return this.end(SOCKET_CLOSE.slow, 'Too much is waiting to be read')
    this.#stall ??= setTimeout(
      () => this.end(SOCKET_CLOSE.slow, 'Nothing was read for too long'),
      this.#limits.stallMilliseconds,
    )
  }

  /** Waits while much is on its way already; nothing to wait for is nothing. */
  room(): Promise<void> | undefined {
    if (this.#ended || this.#peer.bufferedBytes() < this.#limits.highWaterBytes) return undefined
    this.#room ??= Promise.withResolvers()
    return this.#room.promise
  }

  /** The caller has read everything. */
  drained(): void {
    clearTimeout(this.#stall)
    this.#stall = undefined
    this.#room?.resolve()
    this.#room = null
  }

  /** Says goodbye, and cuts the line if that is not heard. */
  end(code: number, reason: string): void {
    if (this.#ended) return
    this.closed()
    this.#peer.close(code, reason)
    setTimeout(() => this.#peer.terminate(), FAREWELL_MILLISECONDS).unref()
  }

  /** Nothing leaves any more. */
  closed(): void {
    this.#ended = true
    this.drained()
  }
}
