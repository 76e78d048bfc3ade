import { constants } from 'node:os'
import type { Logger } from '#kernel/ports.ts'
import { processFailed } from '#platform/log/events.ts'
import type { RunningServer } from './main.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * The first signal stops the server in order, a second one at once. An exception that nobody caught stops it with
 * status 1; a rejected promise that nobody awaits is one lost task, so it is logged and the rest goes on.
 */
export function stopOnSignals(server: RunningServer, log: Logger): void {
  let asked = false
  const onSignal = (signal: (typeof SIGNALS)[number]) => {
    if (asked) process.exit(128 + constants.signals[signal])
    asked = true
    void end(signal)
  }
  const onFailure = (cause: unknown) => {
    processFailed(log, cause)
    process.exitCode = 1
    void end('failure')
  }
  const onRejection = (cause: unknown) => processFailed(log, cause)
  const end = (reason: string) =>
    server.stop(reason).catch((cause: unknown) => {
      processFailed(log, cause)
      process.exit(1)
    })

  for (const signal of SIGNALS) process.on(signal, onSignal)
  process.on('uncaughtException', onFailure)
  process.on('unhandledRejection', onRejection)
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal)
    process.off('uncaughtException', onFailure)
    process.off('unhandledRejection', onRejection)
  }
  server.stopped.then(forget, forget)
}
