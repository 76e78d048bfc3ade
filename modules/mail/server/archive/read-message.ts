import { type FoundItem, failedItem, noFlags } from './archive-item.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import type { ByteReader } from './byte-reader.ts'

/** Reads a stream that is one message (.eml, RFC 5322). */
export async function* readMessage(
  reader: ByteReader,
  { limits }: { limits: ArchiveLimits },
): AsyncGenerator<FoundItem> {
  while (reader.available <= limits.messageBytes && (await reader.more()));
  if (reader.available > limits.messageBytes) {
    while (await reader.more()) reader.take(reader.available)
    reader.take(reader.available)
    yield failedItem('message-too-large', tooLarge(limits), { offset: reader.position })
    return
  }
  const raw = reader.window
  reader.take(raw.length)
  const source = Buffer.from(raw)
  yield { offset: reader.position, path: null, source, flags: { ...noFlags }, mailbox: null, receivedAt: null }
}

/** The reason on an item that is over the limit. */
export function tooLarge({ messageBytes }: ArchiveLimits): string {
  return `The message is larger than ${Math.round(messageBytes / 2 ** 20)} MB`
}
