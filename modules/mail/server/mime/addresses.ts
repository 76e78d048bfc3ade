import { createRequire } from 'node:module'
import { lazily } from '#base/lazily.ts'
import { simplifyComments } from './address-comments.ts'
import { normaliseWords } from './encoded-words.ts'
import { limits } from './limits.ts'
import type { MailAddress } from './types.ts'

const require = createRequire(import.meta.url)
const addressParser = lazily(() => (require('postal-mime') as typeof import('postal-mime')).addressParser)

/** Parse an address field (RFC 5322 sections 3.4 and 4.4): groups are flattened, broken forms read as well as can be. */
export function parseAddresses(source: string): MailAddress[] {
  const value = source.length > limits.listField ? source.slice(0, limits.listField) : source
  return parsePlain(value) ?? parseAny(value)
}

/** What most fields look like: words and an address in brackets, or an address alone. No quotes, comments or codes. */
const PLAIN =
  /^(?:([A-Za-z][\w'-]*(?: [A-Za-z][\w'-]*\.?)*) ?<|<)?([\w+-]+(?:\.[\w+-]+)*@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*)(>)?$/

/** Null where an entry is anything but plain: then the whole field is the parser's. */
function parsePlain(value: string): MailAddress[] | null {
  const list: MailAddress[] = []
  for (const part of value.split(',')) {
    const entry = PLAIN.exec(part.trim())
    if (!entry || entry[0].includes('<') !== (entry[3] !== undefined)) return null
    list.push({ name: entry[1] ?? '', address: entry[2]! })
  }
  return list
}

function parseAny(value: string): MailAddress[] {
  const list: MailAddress[] = []
  for (const entry of addressParser()(normaliseWords(simplifyComments(value)))) {
    if (entry.group)
      for (const member of entry.group)
        list.push({ name: member.name, address: plainAddress(member.address), group: entry.name })
    else if (entry.address || entry.name) list.push({ name: entry.name, address: plainAddress(entry.address) })
  }
  return list
}

/** Comments and spaces may stand around the dots of an old address (RFC 5322 section 4.4). */
function plainAddress(address: string): string {
  if (address.length > 1_000 || !/[\s(]/.test(address) || address.includes('"')) return address
  return address
    .replace(/\([^()]*\)/g, '')
    .replace(/\s*([.@])\s*/g, '$1')
    .trim()
}
