/** Uids as a set in IMAP's words, such as `1:5,9` (RFC 9051, sequence-set). */
export function toUidSet(uids: readonly number[]): string {
  const sorted = uids.toSorted((a, b) => a - b)
  const parts: string[] = []
  for (let at = 0; at < sorted.length;) {
    let end = at
    while (end + 1 < sorted.length && sorted[end + 1]! <= sorted[end]! + 1) end++
    parts.push(sorted[at] === sorted[end] ? `${sorted[at]}` : `${sorted[at]}:${sorted[end]}`)
    at = end + 1
  }
  return parts.join(',')
}
