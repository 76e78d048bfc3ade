import { addressParser } from 'postal-mime'
import { normaliseWords } from './encoded-words.ts'
import { limits } from './limits.ts'
import type { MailAddress } from './types.ts'

/** Parse an address field (RFC 5322 sections 3.4 and 4.4): groups are flattened, broken forms read as well as can be. */
export function parseAddresses(source: string): MailAddress[] {
  const value = source.length > limits.listField ? source.slice(0, limits.listField) : source
  const list: MailAddress[] = []
  for (const entry of addressParser(normaliseWords(value))) {
    if (entry.group) for (const member of entry.group) list.push({ name: member.name, address: member.address, group: entry.name })
    else if (entry.address || entry.name) list.push({ name: entry.name, address: entry.address })
  }
  return list
}
