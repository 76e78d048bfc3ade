import { modifyMessages } from '#modules/mail/contract.ts'
import { openShelf } from '#ui/data/shelf.ts'
import type { z } from 'zod'

/** A change of mail that waits in this browser until the server is there again. */
export interface QueuedChange {
  /** Names the call, so that it is made once although its answer may get lost. */
  key: string
  input: z.input<typeof modifyMessages.input>
  at: number
}

const shelf = openShelf<QueuedChange>('mail-changes')
let count = 0
const listeners = new Set<() => void>()

/** Lets a change wait; the answer is its place in the queue, or null where the browser keeps nothing. */
export async function queueChange(input: QueuedChange['input']): Promise<string | null> {
  const key = crypto.randomUUID()
  const at = Date.now()
  // Two of one millisecond stay in their order.
  const place = `${String(at).padStart(15, '0')} ${String(++count).padStart(6, '0')} ${key}`
  const kept = await shelf.put(place, { key, input, at })
  for (const listener of listeners) listener()
  return kept ? place : null
}

/** Every waiting change with its place in the queue, the oldest first. */
export async function queuedChanges(): Promise<[string, QueuedChange][]> {
  const all = await shelf.all()
  return all.sort(([a], [b]) => (a < b ? -1 : 1))
}

export async function dropChange(place: string): Promise<void> {
  await shelf.remove(place)
  for (const listener of listeners) listener()
}

/** Calls back whenever a change came to the queue or left it. */
export function onQueue(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
