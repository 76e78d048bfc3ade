import { zstdDecompressSync } from 'node:zlib'
import type { ContentRow } from '../database.ts'
import { readHeaders } from '../mime/read-headers.ts'
import type { MailHeader } from '../mime/types.ts'

/** The header fields of a message, read from its source each time: nothing is kept twice. */
export function storedHeaders({ source, head }: Pick<ContentRow, 'source' | 'head'>): MailHeader[] {
  return readHeaders(zstdDecompressSync((source ?? head)!))
}
