import type { MessageFlags } from './archive-item.ts'

/** The flags that mbox writers keep in the header: Status, X-Status and X-Mozilla-Status. */
export function mboxFlags(header: Buffer): MessageFlags {
  const status = fieldValue(header, '\nStatus:')
  const extended = fieldValue(header, '\nX-Status:')
  const mozilla = Number.parseInt(fieldValue(header, '\nX-Mozilla-Status:'), 16) || 0
  return {
    seen: status.includes('R') || (mozilla & 0x0001) !== 0,
    flagged: extended.includes('F') || (mozilla & 0x0004) !== 0,
    answered: extended.includes('A') || (mozilla & 0x0002) !== 0,
    draft: extended.includes('T'),
    trashed: extended.includes('D') || (mozilla & 0x0008) !== 0,
  }
}

/** The length of the body that an mboxcl writer declares, in bytes; null where there is none. */
export function declaredLength(header: Buffer): number | null {
  const value = fieldValue(header, '\nContent-Length:').trim()
  return /^\d{1,12}$/.test(value) ? Number(value) : null
}

// Only mbox writers add these fields, and they all write them in this case: a byte search is enough, and quick.
function fieldValue(header: Buffer, name: string): string {
  const isFirst = header.indexOf(name.slice(1)) === 0
  const at = isFirst ? -1 : header.indexOf(name)
  if (at < 0 && !isFirst) return ''
  const from = at + name.length
  const end = header.indexOf(0x0a, from)
  return header.toString('latin1', from, Math.min(end < 0 ? header.length : end, from + 100))
}
