import { createServer, type IncomingMessage, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { withoutBodyAtHead } from './answer-head.ts'
import { completeBodies } from './complete-bodies.ts'
import { isSocketRequest } from './is-socket-request.ts'
import type { Listener, RequestInfo, ServeOptions } from './listener.ts'
import { NodeSockets } from './node-sockets.ts'

/** Milliseconds without a byte in either direction, as on Bun. */
const IDLE_MILLISECONDS = 255_000

/** Listens with Node's own server. */
export async function serveNode({ fetch, socket, port, hostname }: ServeOptions): Promise<Listener> {
  const answer = getRequestListener(
    async (request, { incoming }) => {
      completeBodies(Object.getPrototypeOf(request) as Request)
      return withoutBodyAtHead(request, await fetch(request, toInfo(incoming)))
    },
    // What the listener itself cannot read is the caller's fault; `fetch` answers for its own bugs.
    { hostname, errorHandler: (cause) => new Response(null, { status: cause instanceof RequestError ? 400 : 500 }) },
  )
  completeBodies(Response.prototype)
  let stopping = false
  const server = createServer(
    {
      headersTimeout: 60_000,
      // A large upload over a slow line takes as long as it takes; silence is what ends it.
      requestTimeout: 0,
      keepAliveTimeout: IDLE_MILLISECONDS,
      shouldUpgradeCallback: ({ method, url, headers }) =>
        socket !== undefined && isSocketRequest(method ?? '', url ?? '', headers.upgrade),
    },
    (incoming, outgoing) => {
      if (stopping) outgoing.shouldKeepAlive = false
      outgoing.once('close', () => stopping && setImmediate(() => server.closeIdleConnections()))
      void answer(incoming, outgoing)
    },
  )
  server.timeout = IDLE_MILLISECONDS
  const sockets = new NodeSockets()
  if (socket) {
    server.on('upgrade', (incoming: IncomingMessage, stream, head) => {
      void sockets.upgrade(socket, incoming, stream, head, toInfo(incoming))
    })
  }
  await listen(server, port, hostname)
  const closed = new Promise<void>((resolve) => server.once('close', resolve))
  // One connection that could not be taken, as when files run out: a rejection that nobody awaits is logged.
  server.on('error', (cause) => void Promise.reject(cause))
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      stopping = true
      sockets.close()
      server.close()
      return closed
    },
    cutOff() {
      stopping = true
      sockets.terminate()
      server.close()
      server.closeAllConnections()
      return closed
    },
  }
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen({ port, host })
  // Rejects with the error of the socket, if that comes first.
  await once(server, 'listening')
}

const toInfo = (incoming: { socket: { remoteAddress?: string | undefined } }): RequestInfo => ({
  // Unknown once the caller has hung up.
  get address() {
    return incoming.socket.remoteAddress ?? ''
  },
})
