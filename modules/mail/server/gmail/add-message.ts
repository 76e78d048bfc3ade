import type { gmail_v1 } from '@googleapis/gmail'
import type { GmailClient } from './gmail-client.ts'
import { changeLabels } from './change-labels.ts'
import { UNITS } from './quota-costs.ts'

/** Sources larger than this go as they are, and get their labels afterwards. */
const LARGE = 4_000_000

/** Adds a message to the account without sending it; a draft becomes one. Answers its id. */
export async function addMessage(client: GmailClient, source: Uint8Array, labelIds: string[]): Promise<string> {
  const { id } = await add(client, source, labelIds)
  if (!id) throw new Error('Gmail names no message')
  return id
}

async function add(client: GmailClient, source: Uint8Array, labelIds: string[]): Promise<gmail_v1.Schema$Message> {
  const once = { method: 'POST', once: true, urgent: true } as const
  if (labelIds.includes('DRAFT')) {
    const body = { message: { raw: toRaw(source) } }
    const draft = await client.call<gmail_v1.Schema$Draft>('drafts', { ...once, units: UNITS.createDraft, body })
    return draft.message ?? {}
  }
  const query = { internalDateSource: 'dateHeader', fields: 'id' }
  if (source.length <= LARGE) {
    const body = { raw: toRaw(source), labelIds }
    return client.call<gmail_v1.Schema$Message>('messages', { ...once, units: UNITS.insertMessage, query, body })
  }
  const message = await client.upload<gmail_v1.Schema$Message>('messages', {
    ...once,
    units: UNITS.insertMessage,
    query: { ...query, uploadType: 'media' },
    media: source,
  })
  await changeLabels(client, message.id ? [message.id] : [], { add: labelIds, remove: [] })
  return message
}

/** A source as Gmail takes it in JSON (base64url). */
export function toRaw(source: Uint8Array): string {
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString('base64url')
}
