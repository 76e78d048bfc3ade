import { fieldOf, type Field } from './header-fields.ts'
import type { ListHeaders } from './types.ts'

/** Read List-Id (RFC 2919), List-Unsubscribe (RFC 2369) and its one-click form (RFC 8058). */
export function readListHeaders(fields: Field[]): ListHeaders {
  const id = fieldOf(fields, 'list-id')
  const unsubscribe = addressesOf(fieldOf(fields, 'list-unsubscribe') ?? '')
  const post = fieldOf(fields, 'list-unsubscribe-post') ?? ''
  return {
    id: id ? (/<([^<>]+)>/.exec(id)?.[1] ?? id).trim() || null : null,
    unsubscribe,
    oneClick:
      /^\s*List-Unsubscribe\s*=\s*One-Click\s*$/i.test(post) && unsubscribe.some((address) => /^https:/i.test(address)),
  }
}

/** The addresses in angle brackets, in the sender's order of preference. */
function addressesOf(value: string): string[] {
  const list: string[] = []
  for (const match of value.slice(0, 20_000).matchAll(/<([^<>]*)>/g)) {
    const address = match[1]!.replace(/\s+/g, '')
    if (/^(?:https?|mailto):/i.test(address)) list.push(address)
  }
  return list
}
