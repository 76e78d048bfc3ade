import type { OpenSocket } from './open-socket.ts'
import { CLOSE } from './socket.ts'

/** How long the other side may take to answer a close frame, in milliseconds. */
export const FAREWELL_MILLISECONDS = 2_000

/** The open sockets of a server, so that none outlives it. */
export class OpenSockets {
  readonly #open = new Set<OpenSocket>()
  #closing = false

  add(socket: OpenSocket): void {
    this.#open.add(socket)
    if (this.#closing) this.#sayFarewell(socket)
  }

  remove(socket: OpenSocket): void {
    this.#open.delete(socket)
  }

  has(socket: OpenSocket): boolean {
    return this.#open.has(socket)
  }

  /** Closes all with 1001, and those that come late; cuts off whoever does not answer. */
  close(): void {
    this.#closing = true
    for (const socket of this.#open) this.#sayFarewell(socket)
  }

  terminate(): void {
    for (const socket of this.#open) socket.terminate()
  }

  #sayFarewell(socket: OpenSocket): void {
    socket.close(CLOSE.goingAway, 'Daybook is stopping')
    setTimeout(() => socket.terminate(), FAREWELL_MILLISECONDS).unref()
  }
}
