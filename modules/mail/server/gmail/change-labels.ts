import type { Call, GmailClient } from './gmail-client.ts'
import { GmailError } from './gmail-error.ts'
import { inParallel } from './get-messages.ts'
import { UNITS } from './quota-costs.ts'

/** Up to so many, one call each costs no more than one call for all. */
const FEW = UNITS.batchModify / UNITS.modifyMessage
/** Messages a call for all takes at most. */
const MOST = 1000
const PARALLEL = 4

/** Adds and removes labels, by id. Where some messages are gone, the rest is done before that is said. */
export async function changeLabels(
  client: GmailClient,
  ids: readonly string[],
  { add, remove }: { add: string[]; remove: string[] },
): Promise<void> {
  if (ids.length === 0 || add.length + remove.length === 0) return
  const change = { addLabelIds: add, removeLabelIds: remove }
  if (ids.length > FEW) return forAll(client, ids, 'messages/batchModify', UNITS.batchModify, change)
  await forEach(client, ids, (id) => `messages/${id}/modify`, {
    units: UNITS.modifyMessage,
    method: 'POST',
    body: change,
  })
}

/** Puts messages into the trash. */
export async function trashMessages(client: GmailClient, ids: readonly string[]): Promise<void> {
  if (ids.length > FEW) return changeLabels(client, ids, { add: ['TRASH'], remove: ['INBOX', 'SPAM'] })
  await forEach(client, ids, (id) => `messages/${id}/trash`, { units: UNITS.trashMessage, method: 'POST', body: {} })
}

/** Erases messages for good. */
export async function deleteMessages(client: GmailClient, ids: readonly string[]): Promise<void> {
  if (ids.length > FEW) return forAll(client, ids, 'messages/batchDelete', UNITS.batchDelete, {})
  await forEach(client, ids, (id) => `messages/${id}`, { units: UNITS.deleteMessage, method: 'DELETE' }).catch(
    (cause: unknown) => {
      if (!(cause instanceof GmailError) || cause.status !== 404) throw cause
    },
  )
}

async function forAll(
  client: GmailClient,
  ids: readonly string[],
  path: string,
  units: number,
  body: object,
): Promise<void> {
  for (let at = 0; at < ids.length; at += MOST)
    await client.call(path, { units, method: 'POST', body: { ...body, ids: ids.slice(at, at + MOST) }, urgent: true })
}

async function forEach(
  client: GmailClient,
  ids: readonly string[],
  pathOf: (id: string) => string,
  call: Call,
): Promise<void> {
  let gone: GmailError | null = null
  await inParallel(ids, PARALLEL, async (id) => {
    try {
      await client.call(pathOf(encodeURIComponent(id)), { ...call, urgent: true })
    } catch (cause) {
      if (!(cause instanceof GmailError) || cause.status !== 404) throw cause
      gone = cause
    }
  })
  if (gone) throw gone
}
