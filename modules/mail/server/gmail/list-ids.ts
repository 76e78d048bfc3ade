import type { gmail_v1 } from '@googleapis/gmail'
import type { GmailClient } from './gmail-client.ts'
import { UNITS } from './quota-costs.ts'

/** What `messages.list` is asked for. */
export interface Listing {
  labelIds?: string
  includeSpamTrash?: boolean
  q?: string
}

export interface IdPage {
  ids: string[]
  /** Null where this was the last page. */
  next: string | null
}

/** A page of ids, newest first. It may be empty although more follow: only a missing token is the end. */
export async function listPage(client: GmailClient, listing: Listing, page: string | null): Promise<IdPage> {
  const { messages, nextPageToken } = await client.call<gmail_v1.Schema$ListMessagesResponse>('messages', {
    units: UNITS.listMessages,
    query: { ...listing, maxResults: 500, pageToken: page, fields: 'messages/id,nextPageToken' },
  })
  if (nextPageToken && nextPageToken === page) throw new Error('Gmail repeats a page of messages')
  return { ids: (messages ?? []).flatMap(({ id }) => id ?? []), next: nextPageToken || null }
}

/** All ids of a listing, newest first. */
export async function listIds(client: GmailClient, listing: Listing): Promise<string[]> {
  const ids: string[] = []
  for (let page: string | null = null; ;) {
    const { ids: some, next } = await listPage(client, listing, page)
    ids.push(...some)
    if (next === null) return [...new Set(ids)]
    page = next
  }
}
