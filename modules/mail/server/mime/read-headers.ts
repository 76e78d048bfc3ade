import { bodyCharset } from './body-charset.ts'
import { decodeWords } from './encoded-words.ts'
import { readTree } from './entity-tree.ts'
import { decodeFields } from './header-fields.ts'
import { readableSource } from './source.ts'
import type { MailHeader } from './types.ts'

/** The header fields of a message, as `parseMessage` reads them, without decoding its body. */
export function readHeaders(bytes: Uint8Array): MailHeader[] {
  const { root } = readTree(readableSource(bytes).source)
  return decodeFields(root.block, bodyCharset(root)).map(({ name, value }) => ({ name, value: decodeWords(value) }))
}
