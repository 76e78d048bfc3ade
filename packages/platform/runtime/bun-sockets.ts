import { acceptSocket, isRefusal } from './accept-socket.ts'
import { isSocketRequest } from './is-socket-request.ts'
import type { RequestInfo } from './listener.ts'
import { OpenSocket } from './open-socket.ts'
import type { OpenSockets } from './open-sockets.ts'
import { CLOSE, LARGEST_MESSAGE_BYTES, type SocketHandler, type SocketPeer } from './socket.ts'

/** What we use of Bun's sockets (bun.com/docs/runtime/http/websockets). */
interface BunSocket {
  readonly data: OpenSocket
  sendText(text: string): number
  getBufferedAmount(): number
  ping(): number
  close(code: number, reason: string): void
  terminate(): void
}

/** The options of Bun's server for sockets. */
export interface BunSocketOptions {
  maxPayloadLength: number
  backpressureLimit: number
  idleTimeout: number
  sendPings: boolean
  perMessageDeflate: boolean
  open(socket: BunSocket): void
  message(socket: BunSocket, data: string | Uint8Array): void
  drain(socket: BunSocket): void
  pong(socket: BunSocket): void
  close(socket: BunSocket, code: number, reason: string): void
}

/** The part of Bun's server that turns a request into a socket. */
export interface BunUpgrader {
  upgrade(request: Request, options: { data: OpenSocket }): boolean
}

/** Whether this request is for the socket rather than for `fetch`. */
export function wantsSocket(request: Request): boolean {
  const upgradeTo = request.headers.get('upgrade')
  // Nearly every request ends here: the address is taken apart only for those that ask.
  return upgradeTo !== null && isSocketRequest(request.method, new URL(request.url).pathname, upgradeTo)
}

/** Asks the handler about an upgrade. No response means that the request is a socket now. */
export async function upgradeOnBun(
  handler: SocketHandler,
  request: Request,
  info: RequestInfo,
  server: BunUpgrader,
): Promise<Response | undefined> {
  const session = await acceptSocket(handler, request, info)
  if (isRefusal(session)) return session
  const data = new OpenSocket(session)
  if (server.upgrade(request, { data })) return undefined
  data.closed(CLOSE.abnormal, '')
  return new Response(null, { status: 400 })
}

/** How Bun's server treats the sockets that `upgradeOnBun` made. */
export function bunSocketOptions(sockets: OpenSockets): BunSocketOptions {
  return {
    maxPayloadLength: LARGEST_MESSAGE_BYTES,
    // Past a limit Bun would drop frames, and nobody would learn of the hole: the session bounds what it sends.
    backpressureLimit: 0,
    idleTimeout: 0,
    sendPings: false,
    // Costs memory a socket, and answers are small.
    perMessageDeflate: false,
    open(socket) {
      sockets.add(socket.data)
      socket.data.opened(toPeer(socket))
    },
    message: ({ data: open }, data) => open.message(data),
    drain(socket) {
      if (socket.getBufferedAmount() === 0) socket.data.drained()
    },
    pong: ({ data: open }) => open.pong(),
    close({ data: open }, code, reason) {
      sockets.remove(open)
      open.closed(code, reason)
    },
  }
}

const toPeer = (socket: BunSocket): SocketPeer => ({
  send: (text) => void socket.sendText(text),
  bufferedBytes: () => socket.getBufferedAmount(),
  ping: () => void socket.ping(),
  close: (code, reason) => socket.close(code, reason),
  terminate: () => socket.terminate(),
})
