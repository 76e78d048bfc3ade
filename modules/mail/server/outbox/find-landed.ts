import { createHash } from 'node:crypto'
import { canonicalSource } from '../archive/canonical-source.ts'
import type { RemoteStore } from '../sync/remote-store.ts'
import type { KnownMailbox, MessageIdentity } from './push-work.ts'

/**
 * The uid of a message among what a mailbox got since the last sync, where it lies there; null where it does not. The
 * whole source decides: a Message-ID may be borne by several.
 */
export async function findLanded(
  store: RemoteStore,
  mailbox: KnownMailbox,
  identity: MessageIdentity,
): Promise<number | null> {
  const { uidValidity, uidNext } = await store.open(mailbox.path, { readOnly: true })
  if (uidValidity !== mailbox.uidValidity || uidNext <= mailbox.uidNext) return null

  const uids = await store.listUids({ from: mailbox.uidNext })
  const candidates: number[] = []
  for await (const { uid, messageId } of store.overview(uids)) {
    if (messageId === identity.messageId) candidates.push(uid)
  }
  for await (const { uid, source } of store.fetch(candidates)) {
    if (source && createHash('sha256').update(canonicalSource(source)).digest('hex') === identity.hash) return uid
  }
  return null
}
