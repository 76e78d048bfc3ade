import type { Box } from './boxes.ts'
import type { QuotaStatus } from './quota-governor.ts'

/** How a mailbox stands in the index, and how far the walk back through it is. */
export interface Walk {
  /** Counts up when it begins anew. */
  number: number
  /** What it looks for, such as `after:1780000000`; all where empty. */
  query: string
  /** The page that comes next; null at the beginning. */
  page: string | null
  done: boolean
  /** Messages that the account was said to have when it began. */
  total: number
  /** The uid after the last that arrived in it. */
  next: number
  /** The state of the index in which it changed last: what a store calls its `modseq`. */
  version: number
}

/** How far the index of an account is. */
export interface GmailState {
  rev: number
  /** Gmail's state up to which the index is. */
  historyId: string
  /** The index's own state, which counts up with each change of it. */
  version: number
  high: number
  low: number
  walks: Record<Box, Walk>
  /** Names of labels, by id. */
  names: Record<string, string>
  /** How the quota stood last, and when. */
  quota: (QuotaStatus & { at: number }) | null
  createdAt: number
}

/** A message as it lies, or lay, in a mailbox. */
export interface GmailEntry {
  uid: number
  remoteId: string
  box: Box
  /** Ids; null until it was fetched. */
  labels: string[] | null
  /** The state of Gmail that the labels are of; a fetched message that is older tells nothing new. */
  historyId: string | null
  version: number
  gone: boolean
  walk: number
}

/** Which entries to find. Each of these narrows. */
export interface EntryFilter {
  remoteIds?: string[]
  uids?: number[]
  box?: Box
  /** Those that changed after this state of the index. */
  after?: number
  from?: number
  below?: number
  walk?: number
  /** Only what lies there now. */
  live?: boolean
  limit?: number
  /** The highest uids first. */
  newestFirst?: boolean
}

/** Where the index is kept: what Gmail has by id and labels, which numbers its messages have here, and how far it is read. */
export interface GmailIndex {
  /** Null before the first look at the account. */
  state(): Promise<GmailState | null>
  find(filter: EntryFilter): Promise<GmailEntry[]>
  count(box: Box, walk: number): Promise<number>
  /** Keeps state and entries in one transaction; false where somebody else did since the state was read. */
  keep(state: GmailState, entries: readonly GmailEntry[]): Promise<boolean>
  /** Forgets what was gone by a state of the index that everybody has seen. */
  prune(box: Box, version: number): Promise<void>
}

/** The uid that the newest message gets first; what is older goes down from it, what arrives goes up. */
export const FIRST_UID = 2_000_000_000

/** Changes the index: works it out again where somebody else changed it meanwhile. */
export async function changeIndex<T>(
  index: GmailIndex,
  change: (state: GmailState) => Promise<{ state: GmailState; entries: GmailEntry[]; answer: T } | { answer: T }>,
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await index.state()
    if (!state) throw new Error('The index of the account was not begun')
    const changed = await change(structuredClone(state))
    if (!('state' in changed)) return changed.answer
    noteChanges(changed.state, changed.entries)
    if (await index.keep(changed.state, changed.entries)) return changed.answer
  }
  throw new Error('The index of the account never came to rest')
}

/** Notes in which mailboxes something changed or arrived. */
export function noteChanges(state: GmailState, entries: readonly GmailEntry[]): void {
  for (const { box, uid, version } of entries) {
    const walk = state.walks[box]
    walk.version = Math.max(walk.version, version)
    if (uid >= FIRST_UID) walk.next = Math.max(walk.next, uid + 1)
  }
}

const ATTEMPTS = 8

/** Pages of entries, in ascending order of their uids. */
export async function* pagesOf(index: GmailIndex, filter: EntryFilter, limit = 2000): AsyncGenerator<GmailEntry[]> {
  for (let from = filter.from ?? 0; ;) {
    const page = await index.find({ ...filter, from, limit })
    if (page.length > 0) yield page
    if (page.length < limit) return
    from = page.at(-1)!.uid + 1
  }
}
