import { zstdDecompressSync } from 'node:zlib'
import type { ContentRow } from '../database.ts'

/** What search looks through: a message's own text, and that of the messages it encloses. */
export function searchBody({ text, enclosed_text }: Pick<ContentRow, 'text' | 'enclosed_text'>): string {
  return [text, enclosed_text].flatMap((part) => (part ? [zstdDecompressSync(part).toString()] : [])).join('\n\n')
}
