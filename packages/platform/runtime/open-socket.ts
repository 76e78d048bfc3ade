import { CLOSE, type SocketPeer, type SocketSession } from './socket.ts'

/** An accepted socket between a runtime's server and its session: what holds on every runtime stands here. */
export class OpenSocket {
  readonly #session: SocketSession
  #peer: SocketPeer | undefined
  #ended = false

  constructor(session: SocketSession) {
    this.#session = session
  }

  opened(peer: SocketPeer): void {
    this.#peer = peer
    this.#run(() => this.#session.opened(peer))
  }

  message(data: string | Uint8Array): void {
    if (this.#ended) return
    if (typeof data !== 'string') return this.close(CLOSE.unsupportedData, 'Text only')
    // A character is at most three bytes of UTF-8: short texts need no counting.
    const limit = this.#session.maxMessageBytes
    if (data.length * 3 > limit && Buffer.byteLength(data) > limit) return this.close(CLOSE.tooLarge, 'Too large')
    this.#run(() => this.#session.message(data))
  }

  drained(): void {
    if (!this.#ended) this.#run(() => this.#session.drained())
  }

  pong(): void {
    if (!this.#ended) this.#run(() => this.#session.pong())
  }

  closed(code: number, reason: string): void {
    if (this.#ended) return
    this.#ended = true
    this.#run(() => this.#session.closed(code, reason))
  }

  close(code: number, reason: string): void {
    this.#peer?.close(code, reason)
  }

  terminate(): void {
    this.#peer?.terminate()
  }

  #run(work: () => void): void {
    try {
      work()
    } catch (cause) {
      this.close(CLOSE.failed, 'Something broke inside Daybook')
      // One lost socket, not the process: a rejection that nobody awaits is logged, and the rest goes on.
      void Promise.reject(cause)
    }
  }
}
