import type { RemoteFlags, RemoteMessage } from '../sync/remote-store.ts'
import { messageIds } from '../threading/message-ids.ts'
import type { Fetched } from './fetch-entries.ts'
import type { GmailEntry } from './gmail-index.ts'
import { toFlags, toNames } from './label-names.ts'
import { toRemoteId } from './remote-id.ts'

/** A message of the index as a server of mail would tell of it. */
export function flagsOf(
  { uid, box, labels, version }: GmailEntry,
  names: Readonly<Record<string, string>>,
): RemoteFlags {
  const ids = labels ?? []
  // In spam and trash a message is nowhere else, whatever it bears.
  const places = box === 'all' ? ids : ids.filter((id) => !PLACES.includes(id))
  return { uid, flags: toFlags(ids), modseq: String(version), labels: toNames(places, names) }
}

const PLACES = ['INBOX', 'SENT', 'DRAFT']

/** The Message-ID in the head of a source. */
export function messageIdOf(source: Uint8Array): string | null {
  const head = Buffer.from(source.buffer, source.byteOffset, Math.min(source.length, HEAD_BYTES)).toString('latin1')
  const field = /^message-id:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(head.split(/\r?\n\r?\n/)[0]!)
  return messageIds(field?.[1])[0] ?? null
}

const HEAD_BYTES = 256_000

/** A fetched message as a server of mail would give it. */
export function toRemoteMessage(
  { entry, message, failure }: Fetched,
  names: Readonly<Record<string, string>>,
): RemoteMessage {
  const known = { ...flagsOf(entry, names), remoteId: toRemoteId(entry.remoteId) }
  if (failure) {
    const reason = `Gmail: ${failure.message}`
    return { ...known, receivedAt: null, threadId: null, source: null, failure: { code: 'not-fetched', reason } }
  }
  const source = message?.raw ? new Uint8Array(Buffer.from(message.raw, 'base64url')) : null
  return {
    ...known,
    receivedAt: message?.internalDate ? Number(message.internalDate) : null,
    threadId: message?.threadId ? toRemoteId(message.threadId) : null,
    source,
    failure: source ? null : { code: 'not-fetched', reason: 'Gmail gave no source of it' },
  }
}
