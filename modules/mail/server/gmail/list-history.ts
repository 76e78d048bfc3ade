import type { gmail_v1 } from '@googleapis/gmail'
import type { GmailClient } from './gmail-client.ts'
import { GmailError } from './gmail-error.ts'
import { UNITS } from './quota-costs.ts'

/** One thing that happened to a message. */
export interface HistoryEvent {
  historyId: string
  remoteId: string
  kind: 'added' | 'deleted' | 'labels'
  added: string[]
  removed: string[]
}

export interface History {
  /** Up to where all is told. */
  historyId: string
  /** In the order they happened. */
  events: HistoryEvent[]
}

const FIELDS =
  'historyId,nextPageToken,history(id,messagesAdded/message(id,labelIds),messagesDeleted/message/id,' +
  'labelsAdded(labelIds,message/id),labelsRemoved(labelIds,message/id))'

/**
 * What happened since a state of Gmail (users.history.list), of all kinds and over all pages; null where Gmail does not
 * remember that state any more, which it says by 404.
 */
export async function listHistory(client: GmailClient, since: string): Promise<History | null> {
  const records: gmail_v1.Schema$History[] = []
  // What is added while pages are read may be told in part only: the state of the first page is told in full.
  let upTo: string | null = null
  let pageToken: string | null = null
  do {
    const page: gmail_v1.Schema$ListHistoryResponse | null = await client
      .call<gmail_v1.Schema$ListHistoryResponse>('history', {
        units: UNITS.listHistory,
        query: { startHistoryId: since, maxResults: 500, pageToken, fields: FIELDS },
      })
      .catch((cause: unknown) => {
        if (cause instanceof GmailError && cause.status === 404) return null
        throw cause
      })
    if (page === null) return null
    records.push(...(page.history ?? []))
    upTo ??= page.historyId ?? null
    if (page.nextPageToken && page.nextPageToken === pageToken) throw new Error('Gmail repeats a page of its history')
    pageToken = page.nextPageToken ?? null
  } while (pageToken !== null)
  const historyId = upTo !== null && isAfter(upTo, since) ? upTo : since
  return { historyId, events: records.flatMap(eventsOf).sort(byHistory) }
}

/** Whether a state of Gmail is later than another; both have up to 64 bits. */
export function isAfter(one: string, other: string): boolean {
  return BigInt(one) > BigInt(other)
}

function byHistory(one: HistoryEvent, other: HistoryEvent): number {
  return isAfter(one.historyId, other.historyId) ? 1 : isAfter(other.historyId, one.historyId) ? -1 : 0
}

function eventsOf(record: gmail_v1.Schema$History): HistoryEvent[] {
  const event = (
    kind: HistoryEvent['kind'],
    message: gmail_v1.Schema$Message | undefined,
    added: string[] | null | undefined,
    removed: string[] | null | undefined,
  ): HistoryEvent[] =>
    message?.id && record.id
      ? [{ historyId: record.id, remoteId: message.id, kind, added: added ?? [], removed: removed ?? [] }]
      : []
  return [
    ...(record.messagesAdded ?? []).flatMap(({ message }) => event('added', message, message?.labelIds, [])),
    ...(record.labelsAdded ?? []).flatMap(({ message, labelIds }) => event('labels', message, labelIds, [])),
    ...(record.labelsRemoved ?? []).flatMap(({ message, labelIds }) => event('labels', message, [], labelIds)),
    ...(record.messagesDeleted ?? []).flatMap(({ message }) => event('deleted', message, [], [])),
  ]
}
