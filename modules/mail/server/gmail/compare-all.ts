import { arrive, leave } from './apply-history.ts'
import { readProfile } from './begin-index.ts'
import { BOXES, boxOf, listingOf, type Box } from './boxes.ts'
import type { GmailClient } from './gmail-client.ts'
import { noteChanges, pagesOf, type GmailEntry, type GmailIndex, type GmailState } from './gmail-index.ts'
import { FOLLOWED, keptLabels } from './label-names.ts'
import { listIds } from './list-ids.ts'
import { readLabels } from './read-labels.ts'

/** Entries kept in one transaction. */
const CHUNK = 500

/**
 * Compares the whole index with the whole account, by ids and labels: what is done where Gmail does not remember the
 * state up to which the index is. Lists of the ids that bear a label cost a unit a hundred messages, where asking each
 * message would cost twenty. The state is read first, so that what changes meanwhile is told by the history after it.
 * False where somebody else changed the index meanwhile.
 */
export async function compareAll(client: GmailClient, index: GmailIndex): Promise<boolean> {
  const state = await index.state()
  if (!state) return false
  const { historyId } = await readProfile(client)
  const names = await readLabels(client)
  const there = await listAll(client, Object.keys(names))
  const next: GmailState = { ...structuredClone(state), names, version: state.version + 1 }
  const hasNewNames = JSON.stringify(names) !== JSON.stringify(state.names)

  const known = new Set<string>()
  for await (const page of pagesOf(index, { live: true })) {
    const changed: GmailEntry[] = []
    for (const entry of page) {
      known.add(entry.remoteId)
      changed.push(...compare(next, entry, there.get(entry.remoteId) ?? null, { historyId, all: hasNewNames }))
    }
    if (!(await keepInChunks(index, next, changed))) return false
  }
  for (const box of BOXES) {
    const arrived = await unknownIn(client, next, box, there, known)
    const entries = arrived.map((remoteId) => arrive(next, { remoteId, box, labels: null, historyId: null }))
    if (!(await keepInChunks(index, next, entries))) return false
  }
  return index.keep({ ...next, historyId }, [])
}

/** Labels of all messages, by id. */
async function listAll(client: GmailClient, own: readonly string[]): Promise<Map<string, string[]>> {
  const there = new Map<string, string[]>()
  for (const box of BOXES) {
    for (const id of await listIds(client, listingOf(box)))
      there.set(id, [...(there.get(id) ?? []), ...(box === 'all' ? [] : [listingOf(box).labelIds!])])
  }
  for (const label of [...FOLLOWED, ...own]) {
    for (const id of await listIds(client, { labelIds: label, includeSpamTrash: true })) there.get(id)?.push(label)
  }
  return there
}

function compare(
  state: GmailState,
  entry: GmailEntry,
  there: string[] | null,
  { historyId, all }: { historyId: string; all: boolean },
): GmailEntry[] {
  if (there === null) return [leave(state, entry)]
  const labels = entry.labels && keptLabels(there)
  const box = boxOf(there)
  const { remoteId } = entry
  if (box !== entry.box) return [leave(state, entry), arrive(state, { remoteId, box, labels, historyId })]
  const isSame = JSON.stringify(labels) === JSON.stringify(entry.labels)
  return isSame && !all ? [] : [{ ...entry, labels, historyId, version: state.version }]
}

/**
 * Ids of a mailbox that the index does not have, oldest first. Where the walk back is still under way it begins its
 * pages anew and meets them.
 */
async function unknownIn(
  client: GmailClient,
  state: GmailState,
  box: Box,
  there: ReadonlyMap<string, string[]>,
  known: ReadonlySet<string>,
): Promise<string[]> {
  const walk = state.walks[box]
  if (!walk.done) {
    state.walks = { ...state.walks, [box]: { ...walk, page: null } }
    return []
  }
  const ids =
    walk.query === ''
      ? [...there].filter(([, labels]) => boxOf(labels) === box).map(([id]) => id)
      : await listIds(client, { ...listingOf(box), q: walk.query })
  return ids.filter((id) => !known.has(id)).reverse()
}

async function keepInChunks(index: GmailIndex, state: GmailState, entries: GmailEntry[]): Promise<boolean> {
  for (let at = 0; at < entries.length; at += CHUNK) {
    noteChanges(state, entries)
    if (!(await index.keep(state, entries.slice(at, at + CHUNK)))) return false
    state.rev += 1
  }
  return true
}
