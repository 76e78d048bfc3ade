import { ProblemError } from '#client/problem-error.ts'
import { createCapture, type Capture, type CaptureWay } from '#modules/capture/contract.ts'
import { api } from '#ui/data/api.ts'
import { getConnection, setConnection } from '#ui/data/connection.ts'
import { dumpOutbox, type Dump } from './offline/dump-outbox.ts'

const LABEL_LETTERS = 80

/**
 * Saves what was written down, to be read with this browser's language, zone and clock. While Daybook cannot be reached it
 * waits here, and the answer is null. `id` makes a second try the same one.
 */
export async function saveDump(text: string, way: CaptureWay, id: string): Promise<Capture | null> {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
  const dump: Dump = { id, text, way, locale: navigator.language, zone, writtenAt: new Date().toISOString() }
  const key = crypto.randomUUID()
  try {
    if (getConnection() !== 'offline') return await api.call(createCapture, dump, { idempotencyKey: key })
  } catch (error) {
    if (!isNetwork(error)) throw error
  }
  const label = `Written down: ${text.trim().slice(0, LABEL_LETTERS)}`
  const waiting = await dumpOutbox.outbox.add({ label, subject: id, makes: true, key, change: dump })
  if (!waiting) throw ProblemError.network(new Error('This browser keeps nothing'))
  setConnection('offline')
  return null
}

const isNetwork = (error: unknown): boolean => error instanceof ProblemError && error.problem.kind === 'network'
