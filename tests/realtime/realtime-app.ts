import type { Listener } from '#platform/runtime/listener.ts'
import { serve } from '#platform/runtime/serve.ts'
import { createSocketApp, type SocketApp } from '#surfaces/socket/create-socket-app.ts'
import type { SocketLimits } from '#surfaces/socket/socket-limits.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '#testing/test-app.ts'

/** A whole Daybook that listens on a port. */
export interface RealtimeApp extends AsyncDisposable {
  app: TestApp
  url: string
  listener: Listener
  sockets: SocketApp
}

/** Opens the registered modules, or those given, and listens; `sockets` sets limits that a test can reach; an app that is kept is closed by who opened it. */
export async function openRealtimeApp(
  options: TestAppOptions & { sockets?: Partial<SocketLimits>; app?: TestApp; keepApp?: boolean } = {},
): Promise<RealtimeApp> {
  const app = options.app ?? (await openTestApp(options))
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const sockets = createSocketApp(app.daybook.kernel, { log, ...(options.sockets && { sockets: options.sockets }) })
  const listener = await serve({
    fetch: (request, info) => app.daybook.app.fetch(request, info),
    socket: sockets,
    port: 0,
    hostname: '127.0.0.1',
  })
  return {
    app,
    url: `http://127.0.0.1:${listener.port}`,
    listener,
    sockets,
    async [Symbol.asyncDispose]() {
      await listener.cutOff()
      if (!options.keepApp) await app[Symbol.asyncDispose]()
    },
  }
}
