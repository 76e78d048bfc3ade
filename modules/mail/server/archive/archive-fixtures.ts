import { createHash } from 'node:crypto'

import { pack } from 'tar-stream'

import { ArchiveError } from './archive-error.ts'
import type { ArchiveItem } from './archive-item.ts'
import { canonicalSource } from './canonical-source.ts'
import { readArchive, type ReadArchiveOptions } from './read-archive.ts'

/** A stream of the bytes in chunks of the given sizes, which are used in turn. */
export async function* inChunks(bytes: Uint8Array, sizes: number[] = [65_536]): AsyncGenerator<Uint8Array> {
  let turn = 0
  for (let at = 0; at < bytes.length;) {
    const size = sizes[turn++ % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

/** What reading gave: the items, and the code of the error that ended it. */
export interface ReadResult {
  items: ArchiveItem[]
  error: string | null
}

/** Reads an archive to its end, or to its error. */
export async function readAll(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  { sizes, ...options }: Partial<ReadArchiveOptions> & { sizes?: number[] } = {},
): Promise<ReadResult> {
  const items: ArchiveItem[] = []
  const stream = bytes instanceof Uint8Array ? inChunks(bytes, sizes) : bytes
  try {
    for await (const item of readArchive(stream, { name: 'upload', ...options })) items.push(item)
    return { items, error: null }
  } catch (error) {
    if (error instanceof ArchiveError) return { items, error: error.code }
    throw error
  }
}

/** An mbox as mboxrd writers make it, of messages with LF or CRLF line ends. */
export function toMboxrd(messages: Uint8Array[], envelope = 'From a@example.test Thu Jan  1 00:00:00 1970'): Buffer {
  const parts = messages.map((message) => {
    const bare = Buffer.from(message).toString('latin1').replaceAll('\r\n', '\n')
    return `${envelope}\n${bare.replace(/^(>*From )/gm, '>$1')}\n`
  })
  return Buffer.from(parts.join(''), 'latin1')
}

/** A tar, written by tar-stream, of files by path. */
export async function toTar(
  files: Record<string, Uint8Array>,
  modifiedAt = new Date(1_700_000_000_000),
): Promise<Buffer> {
  const tar = pack()
  for (const [name, bytes] of Object.entries(files)) tar.entry({ name, mtime: modifiedAt }, Buffer.from(bytes))
  tar.finalize()
  const parts: Uint8Array[] = []
  for await (const part of tar) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

/** The identity of each item's message: the SHA-256 of its canonical source, in hex. */
export function identities(items: ArchiveItem[]): string[] {
  return items.map(({ source }) => createHash('sha256').update(canonicalSource(source)).digest('hex'))
}

/** The canonical sources as text: what is the same wherever a message lies. */
export function sources(items: ArchiveItem[]): string[] {
  return items.map(({ source }) => canonicalSource(source).toString('latin1'))
}

/** The sources as text, byte for byte as they were received. */
export function rawSources(items: ArchiveItem[]): string[] {
  return items.map(({ source }) => Buffer.from(source).toString('latin1'))
}
