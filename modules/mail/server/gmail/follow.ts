import { applyHistory } from './apply-history.ts'
import { beginIndex } from './begin-index.ts'
import { compareAll } from './compare-all.ts'
import type { GmailClient } from './gmail-client.ts'
import { changeIndex, pagesOf, type GmailEntry, type GmailIndex, type GmailState } from './gmail-index.ts'
import { listHistory } from './list-history.ts'
import { readLabels } from './read-labels.ts'
import type { QuotaStatus } from './quota-governor.ts'

/**
 * Brings the index of an account to where Gmail is now: by its history, or where that is forgotten by comparing all.
 * The new state is kept in the transaction that keeps all up to it. `names` also looks whether labels were renamed.
 */
export async function follow(
  client: GmailClient,
  index: GmailIndex,
  { now, quota, names = true }: { now: number; quota?: QuotaStatus; names?: boolean },
): Promise<void> {
  if ((await index.state()) === null) await beginIndex(client, index, now)
  if (await followHistory(client, index, names)) return noteQuota(index, quota, now)
  for (let attempt = 0; attempt < COMPARISONS; attempt += 1) {
    if (await compareAll(client, index)) return noteQuota(index, quota, now)
  }
  throw new Error('The account never came to rest while it was compared')
}

/** So often a comparison begins anew where somebody else changed the index meanwhile. */
const COMPARISONS = 3

/** False where Gmail forgot the state up to which the index is. */
async function followHistory(client: GmailClient, index: GmailIndex, alsoNames: boolean): Promise<boolean> {
  return changeIndex(index, async (state) => {
    const history = await listHistory(client, state.historyId)
    if (history === null) return { answer: false }
    // After the history, so that each label it tells of has its name.
    const names = alsoNames || history.events.length > 0 ? await readLabels(client) : state.names
    const isSame = JSON.stringify(names) === JSON.stringify(state.names)
    if (history.events.length === 0 && history.historyId === state.historyId && isSame) return { answer: true }
    const remoteIds = [...new Set(history.events.map(({ remoteId }) => remoteId))]
    const live = remoteIds.length > 0 ? await index.find({ remoteIds, live: true }) : []
    const applied = applyHistory(state, history, new Map(live.map((entry) => [entry.remoteId, entry])))
    if (isSame) return { ...applied, answer: true }
    const named = await withNewNames(index, { ...applied.state, names }, state, applied.entries)
    return { ...named, answer: true }
  })
}

/** A label that was renamed or deleted changes each message that bears it, and Gmail's history says nothing of it. */
async function withNewNames(
  index: GmailIndex,
  next: GmailState,
  before: GmailState,
  changed: GmailEntry[],
): Promise<{ state: GmailState; entries: GmailEntry[] }> {
  const renamed = Object.keys(before.names).filter((id) => before.names[id] !== next.names[id])
  if (renamed.length === 0) return { state: next, entries: changed }
  const state = { ...next, version: before.version + 1 }
  const entries = new Map(changed.map((entry) => [entry.uid, entry]))
  for await (const page of pagesOf(index, { live: true })) {
    for (const entry of page) {
      const bears = entry.labels?.some((label) => renamed.includes(label))
      if (bears && !entries.has(entry.uid)) entries.set(entry.uid, { ...entry, version: state.version })
    }
  }
  return { state, entries: [...entries.values()] }
}

/** Keeps how the quota stands where it is worth telling: something holds, or held since the last time. */
async function noteQuota(index: GmailIndex, quota: QuotaStatus | undefined, now: number): Promise<void> {
  if (!quota) return
  await changeIndex(index, async (state) => {
    const isSame = (state.quota?.refusals ?? 0) === quota.refusals && quota.waitsUntil === null
    if (isSame) return { answer: undefined }
    return { state: { ...state, quota: { ...quota, at: now } }, entries: [], answer: undefined }
  })
}
