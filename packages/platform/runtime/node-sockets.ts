import { ServerResponse, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { WebSocketServer, type WebSocket } from 'ws'
import { acceptSocket, isRefusal } from './accept-socket.ts'
import type { RequestInfo } from './listener.ts'
import { OpenSocket } from './open-socket.ts'
import { FAREWELL_MILLISECONDS, OpenSockets } from './open-sockets.ts'
import { CLOSE, LARGEST_MESSAGE_BYTES, type SocketHandler, type SocketPeer } from './socket.ts'

/** The longest reason that fits a close frame, in bytes (RFC 6455, section 5.5). */
const REASON_BYTES = 123

/** The WebSockets of a server on Node. */
export class NodeSockets extends OpenSockets {
  readonly #protocol = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LARGEST_MESSAGE_BYTES,
    // Costs memory a socket, and answers are small.
    perMessageDeflate: false,
  })

  /** Asks the handler about an upgrade and carries out what it says. */
  async upgrade(
    handler: SocketHandler,
    incoming: IncomingMessage,
    stream: Duplex,
    head: Buffer,
    info: RequestInfo,
  ): Promise<void> {
    // Whoever hangs up meanwhile is noticed at the handshake.
    stream.on('error', () => undefined)
    const session = await acceptSocket(handler, toRequest(incoming), info)
    if (isRefusal(session)) return refuse(incoming, stream, session)

    const open = new OpenSocket(session)
    this.#protocol.handleUpgrade(incoming, stream, head, (socket) => {
      this.add(open)
      connect(open, socket)
      socket.on('close', () => this.remove(open))
    })
    if (!this.has(open)) open.closed(CLOSE.abnormal, '')
  }
}

function connect(open: OpenSocket, socket: WebSocket): void {
  socket.on('message', (data: Buffer, isBinary) => {
    // What comes after our close frame is of no interest any more.
    if (socket.readyState === socket.OPEN) open.message(isBinary ? data : data.toString())
  })
  socket.on('pong', () => open.pong())
  socket.on('close', (code, reason) => open.closed(code, reason.toString()))
  // A broken frame ends in 'close', like everything else.
  socket.on('error', () => undefined)
  open.opened(toPeer(socket, open))
}

function toPeer(socket: WebSocket, open: OpenSocket): SocketPeer {
  let held = false
  const onSent = () => {
    if (!held || socket.bufferedAmount > 0) return
    held = false
    open.drained()
  }
  return {
    send(text) {
      socket.send(text, onSent)
      held ||= socket.bufferedAmount > 0
    },
    bufferedBytes: () => socket.bufferedAmount,
    ping: () => socket.ping(),
    close(code, reason) {
      socket.close(code, cut(reason))
      // Whoever does not read does not answer either: the session's part is over, as on Bun, and the line soon after.
      setTimeout(() => socket.terminate(), FAREWELL_MILLISECONDS).unref()
      open.closed(code, reason)
    },
    terminate: () => socket.terminate(),
  }
}

/** The whole characters of a text that fit a close frame. */
function cut(reason: string): string {
  const bytes = new Uint8Array(REASON_BYTES)
  const { read } = new TextEncoder().encodeInto(reason, bytes)
  return reason.slice(0, read)
}

function toRequest({ url, headers, rawHeaders }: IncomingMessage): Request {
  const pairs: [string, string][] = []
  for (let at = 0; at < rawHeaders.length; at += 2) pairs.push([rawHeaders[at]!, rawHeaders[at + 1]!])
  return new Request(`http://${headers.host ?? 'localhost'}${url}`, { headers: pairs })
}

async function refuse(incoming: IncomingMessage, stream: Duplex, response: Response): Promise<void> {
  const outgoing = new ServerResponse(incoming)
  outgoing.assignSocket(stream as Parameters<typeof outgoing.assignSocket>[0])
  outgoing.shouldKeepAlive = false
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.once('finish', () => stream.end())
  if (!response.body) return void outgoing.end()
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing).catch(() => stream.destroy())
}
