import { decodeWords } from './encoded-words.ts'
import { limits } from './limits.ts'

/** The id of a Message-ID field without its brackets, or null (RFC 5322 section 3.6.4). */
export function parseMessageId(value: string | undefined): string | null {
  if (!value) return null
  return parseIds(value)[0] ?? null
}

/** The ids of a References or In-Reply-To field, in order and each once. */
export function parseIds(source: string): string[] {
  const value = decodeWords(source.length > limits.listField ? source.slice(0, limits.listField) : source)
  const ids = new Set<string>()
  for (const match of value.matchAll(/<([^<>]*)>/g)) {
    const id = match[1]!.replace(/\s+/g, '')
    if (id) ids.add(id)
  }
  // Some mailers leave the brackets out; words of an old In-Reply-To phrase have no @.
  if (ids.size === 0) {
    for (const word of value.split(/[\s,;<>]+/)) if (/^[^\s@"]+@[^\s@"]+$/.test(word)) ids.add(word)
  }
  const list = [...ids]
  // Of an overlong field the first (the thread's root) and the latest (the parents) matter.
  if (list.length > limits.references) return [list[0]!, ...list.slice(1 - limits.references)]
  return list
}
