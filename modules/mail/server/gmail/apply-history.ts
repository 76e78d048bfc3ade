import { boxOf, type Box } from './boxes.ts'
import type { GmailEntry, GmailState } from './gmail-index.ts'
import { keptLabels } from './label-names.ts'
import { isAfter, type History, type HistoryEvent } from './list-history.ts'

/**
 * Brings an index to where a history ends: labels change by what was added and removed, a message that went to spam or
 * trash or came back leaves one mailbox and arrives in another, what was deleted is gone. `live` names what lies there
 * now of the messages concerned. Applying a history twice changes nothing more.
 */
export function applyHistory(
  state: GmailState,
  { historyId, events }: History,
  live: ReadonlyMap<string, GmailEntry>,
): { state: GmailState; entries: GmailEntry[] } {
  const next = structuredClone(state)
  next.version += 1
  const entries: GmailEntry[] = []
  for (const [remoteId, of] of Map.groupBy(events, (event) => event.remoteId))
    entries.push(...applyTo(next, remoteId, of, live.get(remoteId) ?? null))
  next.historyId = historyId
  if (entries.length === 0) next.version = state.version
  return { state: next, entries }
}

/** A place in a mailbox for a message that arrived there. */
export function arrive(
  state: GmailState,
  message: Pick<GmailEntry, 'remoteId' | 'box' | 'labels' | 'historyId'>,
): GmailEntry {
  const uid = state.high
  state.high += 1
  return { ...message, uid, version: state.version, gone: false, walk: state.walks[message.box].number }
}

function applyTo(
  state: GmailState,
  remoteId: string,
  events: readonly HistoryEvent[],
  entry: GmailEntry | null,
): GmailEntry[] {
  const fresh = events.filter(({ historyId }) => !entry?.historyId || isAfter(historyId, entry.historyId))
  if (fresh.length === 0) return []
  if (fresh.some(({ kind }) => kind === 'deleted')) return entry ? [leave(state, entry)] : []

  const marks = new Set(entry?.labels ?? marksOf(entry?.box ?? null))
  for (const { added, removed } of fresh) {
    for (const label of added) marks.add(label)
    for (const label of removed) marks.delete(label)
  }
  const box = boxOf([...marks])
  const historyId = fresh.at(-1)!.historyId
  if (!entry) {
    // What the walk back has not met yet is met there, unless it is in another mailbox by then.
    const isNew = fresh.some((event) => event.kind === 'added' || isMove(event))
    return isNew ? [arrive(state, { remoteId, box, labels: null, historyId })] : []
  }
  const labels = entry.labels && keptLabels([...marks])
  if (box !== entry.box) return [leave(state, entry), arrive(state, { remoteId, box, labels, historyId })]
  return [{ ...entry, labels, historyId, version: state.version }]
}

/** A message that lies there no more. */
export function leave(state: GmailState, entry: GmailEntry): GmailEntry {
  return { ...entry, gone: true, version: state.version }
}

function marksOf(box: Box | null): string[] {
  return box === 'trash' ? ['TRASH'] : box === 'junk' ? ['SPAM'] : []
}

function isMove({ added, removed }: HistoryEvent): boolean {
  return [...added, ...removed].some((label) => label === 'TRASH' || label === 'SPAM')
}
