import type { gmail_v1 } from '@googleapis/gmail'
import { listingOf, type Box } from './boxes.ts'
import type { GmailClient } from './gmail-client.ts'
import { FIRST_UID, type GmailIndex, type GmailState, type Walk } from './gmail-index.ts'
import { UNITS } from './quota-costs.ts'
import { readLabels } from './read-labels.ts'

/** Begins the index of an account: from this state of Gmail on it is followed, and what is older is walked back to. */
export async function beginIndex(client: GmailClient, index: GmailIndex, now: number): Promise<void> {
  const { historyId, messagesTotal } = await readProfile(client)
  const walk = async (box: Box): Promise<Walk> => ({
    number: 1,
    query: '',
    page: null,
    done: false,
    total: box === 'all' ? messagesTotal : await countLabel(client, listingOf(box).labelIds!),
    next: FIRST_UID,
    version: 1,
  })
  const state: GmailState = {
    rev: 0,
    historyId,
    version: 1,
    high: FIRST_UID,
    low: FIRST_UID - 1,
    walks: { all: await walk('all'), junk: await walk('junk'), trash: await walk('trash') },
    names: await readLabels(client),
    quota: null,
    createdAt: now,
  }
  await index.keep(state, [])
}

async function countLabel(client: GmailClient, id: string): Promise<number> {
  const query = { fields: 'messagesTotal' }
  const label = await client.call<gmail_v1.Schema$Label>(`labels/${id}`, { units: UNITS.getLabel, query })
  return label.messagesTotal ?? 0
}

/** The state that Gmail is in, and how many messages it has. */
export async function readProfile(client: GmailClient): Promise<{ historyId: string; messagesTotal: number }> {
  const profile = await client.call<gmail_v1.Schema$Profile>('profile', { units: UNITS.profile })
  if (!profile.historyId) throw new Error('Gmail says no state of the account')
  return { historyId: profile.historyId, messagesTotal: profile.messagesTotal ?? 0 }
}
