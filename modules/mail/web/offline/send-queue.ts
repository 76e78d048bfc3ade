import { openShelf } from '#ui/data/shelf.ts'
import type { KeptLetter } from '../compose/kept-letters.ts'
import type { Attempt } from '../compose/letter-saver.ts'

/** A letter that waits in this browser until Daybook can be reached, and is sent then. */
export interface QueuedSend {
  kept: KeptLetter
  /** A call that saves it whose answer never came: it is made again under its key, so that it counts once. */
  attempt: Attempt | null
  /** The server has not got all of it. */
  unsaved: boolean
  saveKey: string
  sendKey: string
  /** When it is to go; null is at once. */
  sendAt: string | null
  /** Sending it was asked for, and nobody knows whether that was heard: it cannot be taken back here any more. */
  asked: boolean
}

const shelf = openShelf<QueuedSend>('mail-sends')
const listeners = new Set<() => void>()

/** Lets a letter wait, or notes how far it is; the answer is whether this browser keeps it. */
export async function keepSend(send: QueuedSend): Promise<boolean> {
  const kept = await shelf.put(send.kept.key, send)
  tell()
  return kept
}

export const queuedSend = (key: string): Promise<QueuedSend | undefined> => shelf.get(key)

/** Every letter that waits, the oldest first. */
export async function queuedSends(): Promise<QueuedSend[]> {
  const all = await shelf.all()
  return all.map(([, send]) => send).sort((a, b) => a.kept.at - b.kept.at)
}

export async function dropSend(key: string): Promise<void> {
  await shelf.remove(key)
  tell()
}

/** Calls back whenever a letter came to the queue, got further or left it. */
export function onSends(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
