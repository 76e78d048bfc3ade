import { ArchiveError } from './archive-error.ts'
import type { ByteReader } from './byte-reader.ts'
import { blockBytes, parsePax, parseTarHeader } from './tar-header.ts'

/** A regular file of a tar. The reader stands at its first byte; what the caller leaves is skipped. */
export interface TarEntry {
  path: string
  size: number
  /** Milliseconds UTC. */
  modifiedAt: number
  /** The position after the entry and its padding. */
  end: number
}

/**
 * Walks the regular files of a tar (ustar, GNU long names, pax). Own code rather than tar-stream, which keeps a pax
 * header of any size in memory and tells no positions to resume from.
 */
export async function* tarEntries(reader: ByteReader): AsyncGenerator<TarEntry> {
  let path: string | null = null
  let size: number | null = null
  while (await nextHeader(reader)) {
    const header = parseTarHeader(reader.window.subarray(0, blockBytes))
    reader.take(blockBytes)
    const bytes: number = size !== null && header.type !== 'L' && header.type !== 'x' ? size : header.size
    const end = reader.position + Math.ceil(bytes / blockBytes) * blockBytes

    if (header.type === 'L') path = (await meta(reader, bytes)).toString('utf8').replace(/\0.*$/s, '')
    if (header.type === 'x') {
      const records = parsePax(await meta(reader, bytes))
      path = records.get('path') ?? path
      size = paxSize(records.get('size'))
    }
    if (header.type === '0' || header.type === '7') {
      yield { path: path ?? header.path, size: bytes, modifiedAt: header.modifiedAt, end }
    }
    if (!(await reader.skip(end - reader.position))) throw truncated()
    if (!metaTypes.has(header.type)) path = size = null
  }
}

/** Thrown where a tar ends inside an entry. */
export function truncated(): ArchiveError {
  return new ArchiveError('archive-truncated', 'The archive ends too early')
}

const metaTypes = new Set(['L', 'K', 'x', 'g'])
const metaBytes = 1024 * 1024

async function nextHeader(reader: ByteReader): Promise<boolean> {
  for (;;) {
    if (!(await reader.fill(blockBytes))) {
      if (reader.available > 0) throw truncated()
      return false
    }
    // Blocks of zeros end an archive; another may follow (`tar -A`, `cat a.tar b.tar`).
    if (reader.window.subarray(0, blockBytes).some((byte) => byte !== 0)) return true
    reader.take(blockBytes)
  }
}

async function meta(reader: ByteReader, bytes: number): Promise<Buffer> {
  if (bytes > metaBytes) throw new ArchiveError('archive-corrupt', 'The tar archive has a header of more than 1 MB')
  if (!(await reader.fill(bytes))) throw truncated()
  const value = Buffer.from(reader.window.subarray(0, bytes))
  reader.take(bytes)
  return value
}

function paxSize(text: string | undefined): number | null {
  if (text === undefined) return null
  const size = Number(text)
  if (Number.isSafeInteger(size) && size >= 0) return size
  throw new ArchiveError('archive-corrupt', 'The tar archive is damaged')
}
