import { withoutBodyAtHead } from './answer-head.ts'
import { BunRest } from './bun-rest.ts'
import { bunSocketOptions, upgradeOnBun, wantsSocket, type BunSocketOptions, type BunUpgrader } from './bun-sockets.ts'
import type { Listener, RequestInfo, ServeOptions } from './listener.ts'
import { OpenSockets } from './open-sockets.ts'

/** What we use of Bun's server (bun.com/docs/runtime/http/server). */
interface BunServer extends BunUpgrader {
  readonly port: number
  requestIP(request: Request): { address: string } | null
  stop(closeActiveConnections?: boolean): Promise<void>
}

interface BunServeOptions {
  port: number
  hostname: string
  idleTimeout: number
  maxRequestBodySize: number
  development: boolean
  reusePort: boolean
  fetch(request: Request, server: BunServer): Promise<Response | undefined> | Response
  websocket: BunSocketOptions
}

declare const Bun: { serve(options: BunServeOptions): BunServer }

/** Seconds without a byte in either direction, the most that Bun takes; streams send a heartbeat well before. */
const IDLE_SECONDS = 255

/** Listens with Bun's own server. */
export function serveBun({ fetch, socket, port, hostname }: ServeOptions): Listener {
  const sockets = new OpenSockets()
  const rest = new BunRest()
  const server = Bun.serve({
    port,
    hostname,
    idleTimeout: IDLE_SECONDS,
    // Bodies stream with backpressure, and each handler counts what it reads: a file may be larger than memory.
    maxRequestBodySize: Number.MAX_SAFE_INTEGER,
    // Bun's error pages show source code.
    development: false,
    // Outside development Bun shares a port by default, and two servers would get each other's requests.
    reusePort: false,
    fetch(request, bunServer) {
      rest.noteRequest()
      const info = new BunRequestInfo(request, bunServer)
      if (socket && wantsSocket(request)) return upgradeOnBun(socket, request, info, bunServer)
      if (request.method === 'HEAD') return answerHead(request, fetch(request, info))
      return fetch(request, info)
    },
    websocket: bunSocketOptions(sockets),
  })
  return {
    port: server.port,
    stop() {
      rest.stop()
      sockets.close()
      return server.stop()
    },
    cutOff: () => server.stop(true),
  }
}

const answerHead = async (request: Request, answer: Promise<Response> | Response) =>
  withoutBodyAtHead(request, await answer)

class BunRequestInfo implements RequestInfo {
  readonly #request: Request
  readonly #server: BunServer

  constructor(request: Request, server: BunServer) {
    this.#request = request
    this.#server = server
  }

  get address(): string {
    // Null once the caller has hung up.
    return this.#server.requestIP(this.#request)?.address ?? ''
  }
}
