import { openDaybook } from '#apps/server/open-daybook.ts'
import { serve } from '#platform/runtime/serve.ts'

/**
 * Daybook for `realtime.fanout`: as people run it, but that one person may have thousands of sockets.
 * Usage: bun fanout-daybook.ts FOLDER
 */
const log = { debug() {}, info() {}, warn: console.error, error: console.error }
const daybook = await openDaybook({
  dataFolder: process.argv[2]!,
  databaseUrl: null,
  log,
  limits: { anonymousPerMinute: 1e6, authPerMinute: 1e6, signedInPerMinute: 1e6 },
  rest: { log, sockets: { socketsPerPerson: 5000, calls: 1000 } },
  strict: false,
})
const listener = await serve({
  fetch: (request, info) => daybook.app.fetch(request, info),
  socket: daybook.socket,
  port: 0,
  hostname: '127.0.0.1',
})
console.log(`Fan-out server at ws://127.0.0.1:${listener.port}/ws with ${daybook.localToken}`)
process.on('SIGTERM', () => void stop())

async function stop(): Promise<void> {
  await listener.cutOff()
  await daybook.close()
  process.exit(0)
}
