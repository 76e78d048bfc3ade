import { openShelf } from '../data/shelf.ts'
import { Outbox } from './outbox.ts'
import type { Waiting } from './waiting.ts'

/** What a person can do about a change that was refused, beside trying again and leaving it. */
export interface Remedy {
  label: string
  run: () => Promise<void>
}

/** An outbox of this browser, as pages and the frame see it. */
export interface OpenOutbox<Change> {
  outbox: Outbox<Change>
  /** The modules whose pages show what the changes are about. */
  modules: readonly string[]
  /** Sends what waits; the answer is how many changes were made. */
  run: () => Promise<number>
  remedies: (waiting: Waiting<Change>) => Remedy[]
}

interface Opening<Change> {
  modules: readonly string[]
  send: (change: Change, waiting: Waiting<Change>) => Promise<void>
  remedies?: OpenOutbox<Change>['remedies']
}

const opened = new Map<string, OpenOutbox<any>>()
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('daybook-outbox')
// The changes are the same in every window.
if (channel) channel.onmessage = () => hear()

/** Opens the outbox of a name: its changes lie in this browser's database, and one window at a time sends them. */
export function openOutbox<Change>(name: string, opening: Opening<Change>): OpenOutbox<Change> {
  let made = 0
  const outbox = new Outbox<Change>({
    store: openShelf<Waiting<Change>>(name),
    alone: (work) => alone(name, work),
    send: async (change, waiting) => {
      await opening.send(change, waiting)
      made++
    },
    now: Date.now,
    tell,
  })
  const open: OpenOutbox<Change> = {
    outbox,
    modules: opening.modules,
    remedies: opening.remedies ?? (() => []),
    async run() {
      await outbox.run()
      const sent = made
      made = 0
      return sent
    },
  }
  opened.set(name, open)
  hear()
  return open
}

/** Every outbox that is open by now. */
export const openOutboxes = (): OpenOutbox<any>[] => [...opened.values()]

/** Calls back whenever a change came, went or was refused, in any window; gives a function that ends it. */
export function onOutboxes(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  channel?.postMessage(null)
  hear()
}

function hear(): void {
  for (const listener of listeners) listener()
}

// Over plain HTTP there are no locks: keys and ids then see to it alone that each change counts once.
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks = (navigator as Partial<Navigator>).locks
  await (locks ? locks.request(`daybook ${name}`, work) : work())
}
