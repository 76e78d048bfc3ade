import { ProblemError } from '#client/problem-error.ts'
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
const listeners = new Set<() => void>()

export const isOffline = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.kind === 'network' && error.code === 'not-reached'

/** Lets a change wait; the answer is whether the browser can keep it. */
export async function queueChange(input: QueuedChange['input']): Promise<boolean> {
  const key = crypto.randomUUID()
  const at = Date.now()
  const kept = await shelf.put(`${String(at).padStart(15, '0')} ${key}`, { key, input, at })
  for (const listener of listeners) listener()
  return kept
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
