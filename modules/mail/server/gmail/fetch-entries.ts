import type { gmail_v1 } from '@googleapis/gmail'
import { arrive, leave } from './apply-history.ts'
import { boxOf } from './boxes.ts'
import type { GmailClient } from './gmail-client.ts'
import { GmailError } from './gmail-error.ts'
import { getMessages, type Got } from './get-messages.ts'
import { changeIndex, type GmailEntry, type GmailIndex } from './gmail-index.ts'
import { keptLabels } from './label-names.ts'
import { isAfter } from './list-history.ts'

/** A message of the index with what Gmail says of it now. */
export interface Fetched {
  entry: GmailEntry
  message: gmail_v1.Schema$Message | null
  failure: GmailError | null
}

const RAW = { format: 'raw', fields: 'id,threadId,labelIds,historyId,internalDate,raw' }

/**
 * Gets messages, and keeps their labels in the index. What is gone, or lies in another mailbox by now, is marked so and
 * left out.
 */
export async function fetchEntries(
  client: GmailClient,
  index: GmailIndex,
  uids: readonly number[],
): Promise<Fetched[]> {
  const entries = await index.find({ uids: [...uids], live: true })
  const got = await getAll(client, entries)
  // What was asked before the history told of a change is older than the index: once more, then it stands.
  const late = entries.filter((entry) => isLate(entry, got.get(entry.uid)))
  if (late.length > 0) for (const [uid, message] of await getAll(client, late)) got.set(uid, message)

  return changeIndex(index, async (state) => {
    const now = await index.find({ uids: entries.map(({ uid }) => uid), live: true })
    const changed: GmailEntry[] = []
    const fetched: Fetched[] = []
    state.version += 1
    for (const entry of now) {
      const message = got.get(entry.uid) ?? null
      if (message instanceof GmailError) fetched.push({ entry, message: null, failure: message })
      else if (message === null || message.labelIds?.includes('CHAT')) changed.push(leave(state, entry))
      else {
        const { settled, more } = settle(entry, message)
        if (more) changed.push(leave(state, entry), arrive(state, more))
        else {
          if (settled !== entry) changed.push(isFirst(entry) ? settled : { ...settled, version: state.version })
          fetched.push({ entry: settled, message, failure: null })
        }
      }
    }
    if (changed.length === 0) return { answer: fetched }
    return { state, entries: changed, answer: fetched }
  })
}

async function getAll(client: GmailClient, entries: readonly GmailEntry[]): Promise<Map<number, Got>> {
  const got = await getMessages(
    client,
    entries.map(({ remoteId }) => remoteId),
    RAW,
  )
  return new Map(entries.map(({ uid }, n) => [uid, got[n]!]))
}

function isLate(entry: GmailEntry, message: Got | undefined): boolean {
  if (!message || message instanceof GmailError || !message.historyId || !entry.historyId) return false
  return isAfter(entry.historyId, message.historyId)
}

/** What is fetched for the first time is told with its labels: nothing changed since. */
const isFirst = (entry: GmailEntry) => entry.labels === null

/** The entry with the labels that Gmail says, or where it arrived instead. */
function settle(
  entry: GmailEntry,
  message: gmail_v1.Schema$Message,
): { settled: GmailEntry; more: Pick<GmailEntry, 'remoteId' | 'box' | 'labels' | 'historyId'> | null } {
  const said = message.labelIds ?? []
  const labels = keptLabels(said)
  const box = boxOf(said)
  const newer = message.historyId && (!entry.historyId || isAfter(message.historyId, entry.historyId))
  const historyId = newer ? message.historyId! : entry.historyId
  if (box !== entry.box) return { settled: entry, more: { remoteId: entry.remoteId, box, labels, historyId } }
  const isSame = JSON.stringify(labels) === JSON.stringify(entry.labels)
  return { settled: isSame ? entry : { ...entry, labels, historyId }, more: null }
}
