import type { Logger } from '#kernel/ports.ts'
import { requestsCutOff } from '#platform/log/events.ts'
import type { Listener } from '#platform/runtime/listener.ts'

const PATIENCE_MILLISECONDS = 10_000

/** Takes no new requests and lets the open ones end; what is still open after 10 s is cut off. */
export async function finishRequests(listener: Listener, log: Logger, patience = PATIENCE_MILLISECONDS): Promise<void> {
  const finished = listener.stop().then(() => 'finished' as const)
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), patience)
  const outcome = await Promise.race([finished, late.promise])
  clearTimeout(timer)
  if (outcome === 'finished') return
  requestsCutOff(log, patience)
  await listener.cutOff()
}
