import { useSyncExternalStore } from 'react'
import type { Address } from '#modules/mail/contract.ts'
import { wakeLayers } from '#ui/layers-awake.ts'

/** How a letter takes up a message. */
export type AnswerKind = 'reply' | 'reply-all' | 'forward'

/** How a letter begins. */
export type Start =
  | { kind: 'new'; to?: Address[]; subject?: string; text?: string }
  | { kind: AnswerKind; messageId: string }
  | { kind: 'draft'; id: string }
  | { kind: 'kept'; key: string }

export interface Composing {
  /** One a letter: another one begins with nothing of the one before. */
  number: number
  start: Start
}

let current: Composing | null = null
let last = 0
const listeners = new Set<() => void>()

/** Opens a letter above whatever page is there; one that is open is kept as a draft. */
export function compose(start: Start): void {
  wakeLayers()
  change({ number: ++last, start })
}

export function stopComposing(): void {
  change(null)
}

export function useComposing(): Composing | null {
  return useSyncExternalStore(subscribe, () => current)
}

function change(next: Composing | null): void {
  current = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
