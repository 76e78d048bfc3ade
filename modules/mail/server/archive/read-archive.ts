import { ArchiveError } from './archive-error.ts'
import type { ArchiveItem, FoundItem } from './archive-item.ts'
import { type ArchiveLimits, defaultLimits } from './archive-limits.ts'
import { ByteReader } from './byte-reader.ts'
import { gunzip } from './decompress.ts'
import { detectionBytes, detectKind } from './detect.ts'
import { readMbox } from './read-mbox.ts'
import { readMessage } from './read-message.ts'
import { readTar } from './read-tar.ts'

/** How `readArchive` is to read. */
export interface ReadArchiveOptions {
  /** The file's name; it only tells that a text without any header is meant as a message (`.eml`). */
  name: string
  limits?: Partial<ArchiveLimits>
  /** The `offset` of the last item that needs no reading again: only what follows is yielded. */
  skip?: number
}

/**
 * Yields the messages of an mbox, a Maildir or .eml files in a tar, or one .eml, each also gzipped; told by content.
 * A message that cannot be had is an item with a `failure`. Throws `ArchiveError` where reading cannot go on,
 * after every whole message before that place. Memory stays near `messageBytes` whatever the input.
 */
export async function* readArchive(
  stream: AsyncIterable<Uint8Array>,
  { name, limits: asked, skip = 0 }: ReadArchiveOptions,
): AsyncGenerator<ArchiveItem> {
  const limits = { ...defaultLimits, ...asked }
  let reader = new ByteReader(stream)
  try {
    await reader.fill(detectionBytes)
    if (detectKind(reader.window, name) === 'gzip') {
      reader = new ByteReader(gunzip(rest(reader), limits))
      await reader.fill(detectionBytes)
    }
    let index = 0
    for await (const item of itemsOf(reader, { name, limits, skip })) {
      if (item.offset > skip) yield { index, ...item }
      index++
    }
    if (index === 0) throw new ArchiveError('archive-empty', 'The archive holds no message')
  } finally {
    await reader.close()
  }
}

function itemsOf(
  reader: ByteReader,
  options: { name: string; limits: ArchiveLimits; skip: number },
): AsyncGenerator<FoundItem> {
  const kind = detectKind(reader.window, options.name.replace(/\.gz$/i, ''))
  if (kind === 'mbox') return readMbox(reader, options)
  if (kind === 'tar') return readTar(reader, options)
  if (kind === 'message') return readMessage(reader, options)
  if (kind === 'empty') throw new ArchiveError('archive-empty', 'The file is empty')
  if (kind === 'unknown') throw new ArchiveError('not-mail', 'The file holds no mail that can be recognised')
  throw new ArchiveError(
    'archive-unsupported',
    'Archives of this kind cannot be read: use mbox, tar, .eml, or these with .gz',
  )
}

async function* rest(reader: ByteReader): AsyncGenerator<Uint8Array> {
  try {
    do {
      const chunk = Buffer.from(reader.window)
      reader.take(chunk.length)
      if (chunk.length > 0) yield chunk
    } while (await reader.more())
  } finally {
    await reader.close()
  }
}
