import { gunzipSync } from 'node:zlib'

import { type FoundItem, failedItem, noFlags } from './archive-item.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { ByteReader } from './byte-reader.ts'
import { detectionBytes, detectKind } from './detect.ts'
import { isMaildirRecord, maildirPlace } from './maildir-path.ts'
import { readMbox } from './read-mbox.ts'
import { tooLarge } from './read-message.ts'
import { type TarEntry, tarEntries, truncated } from './tar-entries.ts'

/** Reads the messages in a tar: a Maildir, .eml files, mbox files, or all of them. */
export async function* readTar(
  reader: ByteReader,
  options: { limits: ArchiveLimits; skip: number },
): AsyncGenerator<FoundItem> {
  for await (const entry of tarEntries(reader)) {
    if (isMaildirRecord(entry.path) || entry.path.endsWith('/')) continue
    if (!maildirPlace(entry.path) && (await isMbox(reader, entry))) yield* readMboxEntry(reader, entry, options)
    else yield await readEntry(reader, entry, options.limits)
  }
}

async function isMbox(reader: ByteReader, { path, size }: TarEntry): Promise<boolean> {
  const wanted = Math.min(size, detectionBytes)
  await reader.fill(wanted)
  return detectKind(reader.window.subarray(0, wanted), path) === 'mbox'
}

async function* readMboxEntry(
  reader: ByteReader,
  { path, size }: TarEntry,
  { limits, skip }: { limits: ArchiveLimits; skip: number },
): AsyncGenerator<FoundItem> {
  const base = reader.position
  const mailbox = (path.split('/').pop() ?? path).replace(/\.mbox$|\.mbx$/i, '')
  const inner = new ByteReader(reader.chunks(size))
  for await (const item of readMbox(inner, { limits, skip: skip - base })) {
    yield { ...item, offset: item.offset + base, path, mailbox }
  }
  if (inner.position < size) throw truncated()
}

async function readEntry(reader: ByteReader, entry: TarEntry, limits: ArchiveLimits): Promise<FoundItem> {
  const { path, size, modifiedAt, end } = entry
  const place = maildirPlace(path)
  const known = { path, offset: end, mailbox: place?.mailbox ?? null, receivedAt: place ? modifiedAt || null : null }
  if (size > limits.messageBytes) return failedItem('message-too-large', tooLarge(limits), known)
  if (size === 0) return failedItem('message-empty', 'The file is empty', known)
  if (!(await reader.fill(size))) throw truncated()

  const raw = inflated(reader.window.subarray(0, size), limits)
  if (raw === null) return failedItem('message-too-large', tooLarge(limits), known)
  const isMessage = place !== null || detectKind(raw.subarray(0, detectionBytes), path) === 'message'
  const item: FoundItem = isMessage
    ? { ...known, source: Buffer.from(raw), flags: place?.flags ?? { ...noFlags } }
    : failedItem('not-mail', 'The file holds no mail that can be recognised', known)
  reader.take(size)
  return item
}

/** The file's bytes, unpacked where a server compressed it in place; null where that passes the limit. */
function inflated(bytes: Buffer, limits: ArchiveLimits): Buffer | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.messageBytes })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null
    // Not gzip after all: a message with these two bytes, kept as it is.
    return bytes
  }
}
