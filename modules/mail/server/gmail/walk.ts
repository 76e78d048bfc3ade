import { listingOf, type Box } from './boxes.ts'
import type { GmailClient } from './gmail-client.ts'
import { GmailError } from './gmail-error.ts'
import { changeIndex, type GmailEntry, type GmailIndex, type GmailState } from './gmail-index.ts'
import { listPage, type IdPage } from './list-ids.ts'

/** What a walk looks for: all, or what is newer than a moment in epoch milliseconds. */
export function queryOf(since: number | null | undefined): string {
  return since ? `after:${Math.floor(since / 1000)}` : ''
}

/** Begins the walk through a mailbox anew where it looks for something else now. */
export async function beginWalk(index: GmailIndex, box: Box, query: string): Promise<void> {
  await changeIndex(index, async (state) => {
    const walk = state.walks[box]
    if (walk.query === query) return { answer: undefined }
    const begun = { ...walk, number: walk.number + 1, query, page: null, done: false }
    return { state: { ...state, walks: { ...state.walks, [box]: begun } }, entries: [], answer: undefined }
  })
}

/**
 * Walks one page further back. Its ids and the place of the next page are kept in one transaction, so that a walk that
 * was stopped goes on where it was. Answers whether it is at its end.
 */
export async function walkOn(client: GmailClient, index: GmailIndex, box: Box): Promise<boolean> {
  return changeIndex(index, async (state) => {
    if (state.walks[box].done) return { answer: true }
    const { ids, next } = await nextPage(client, state, box)
    const entries = await meet(index, state, box, ids)
    const done = next === null
    const walk = { ...state.walks[box], page: next, done }
    return { state: { ...state, walks: { ...state.walks, [box]: walk } }, entries, answer: done }
  })
}

/** The page after the last one; from the beginning where Gmail does not know its place any more. */
async function nextPage(client: GmailClient, state: GmailState, box: Box): Promise<IdPage> {
  const { page, query } = state.walks[box]
  const listing = { ...listingOf(box), ...(query !== '' && { q: query }) }
  try {
    return await listPage(client, listing, page)
  } catch (cause) {
    if (page === null || !(cause instanceof GmailError) || (cause.status !== 400 && cause.status !== 404)) throw cause
    return listPage(client, listing, null)
  }
}

/** Entries for what is met for the first time, downwards; what is known is marked as met on this walk. */
async function meet(index: GmailIndex, state: GmailState, box: Box, ids: string[]): Promise<GmailEntry[]> {
  const { number } = state.walks[box]
  const known = ids.length > 0 ? await index.find({ remoteIds: ids, live: true }) : []
  const byId = new Map(known.map((entry) => [entry.remoteId, entry]))
  return [...new Set(ids)].flatMap((remoteId): GmailEntry[] => {
    const entry = byId.get(remoteId)
    // In another mailbox by now, as the history told.
    if (entry && (entry.box !== box || entry.walk === number)) return []
    if (entry) return [{ ...entry, walk: number }]
    const uid = state.low
    state.low -= 1
    const { version } = state.walks[box]
    return [{ uid, remoteId, box, labels: null, historyId: null, version, gone: false, walk: number }]
  })
}
