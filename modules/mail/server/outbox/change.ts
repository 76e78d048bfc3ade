import type { Place } from '../../contract.ts'

/** What of a message a person changed. */
export type Aspect = 'seen' | 'starred' | 'answered' | 'place' | 'labels'

/**
 * What an entry of kind `change` carries: which sides of the message its owner changed. How they are to be is read
 * from the message when the entry is sent, so that what was undone by then is nothing to send.
 */
export interface MessageChange {
  aspects: Exclude<Aspect, 'labels'>[]
  /** Names of labels that were added and removed since the last entry; a label may be gone by the time it is sent. */
  added: string[]
  removed: string[]
}

/**
 * What an entry of kind `expunge` carries: where a message lay whose row is gone. By the SHA-256 of its source it is
 * known again where its mailbox is numbered anew meanwhile.
 */
export interface ExpungeChange {
  placements: { mailboxId: string; uid: number; uidValidity: number; hash?: string }[]
}

/** What an entry of kind `append` carries: a message that was made here goes to the mailbox of this place. */
export interface AppendChange {
  place: Place
}

/** Two changes, one after the other, as one: a label that was added and removed again leaves nothing. */
export function mergeChanges(first: MessageChange, second: MessageChange): MessageChange {
  return {
    aspects: [...new Set([...first.aspects, ...second.aspects])],
    added: [...without(first.added, second.removed), ...without(second.added, first.added, first.removed)],
    removed: [...without(first.removed, second.added), ...without(second.removed, first.removed, first.added)],
  }
}

/** Whether there is nothing to carry. */
export function isEmpty({ aspects, added, removed }: MessageChange): boolean {
  return aspects.length + added.length + removed.length === 0
}

/** The sides of a message that a change is about. */
export function aspectsOf({ aspects, added, removed }: MessageChange): Aspect[] {
  return added.length + removed.length > 0 ? [...aspects, 'labels'] : aspects
}

function without(list: string[], ...others: string[][]): string[] {
  const left = new Set(others.flat())
  return list.filter((item) => !left.has(item))
}
