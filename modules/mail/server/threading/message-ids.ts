/**
 * The message ids in a Message-ID, In-Reply-To or References value, in order, without brackets, each once
 * (RFC 5322, 3.6.4). Written alike although a sender folded, quoted or commented it; what has no `@` is no id.
 */
export function messageIds(value: string | null | undefined): string[] {
  if (!value) return []
  const found = new Set<string>()
  for (const [, quoted, domain, inside] of value.matchAll(bracketed)) {
    const id = quoted === undefined ? bare(inside ?? '') : `${unescaped(quoted)}@${bare(domain ?? '')}`
    if (id.length > 1 && id.length <= longest && id.includes('@')) found.add(id)
  }
  return bounded([...found])
}

// The innermost brackets: an unclosed one before them is dropped. Bounded and without two ways to match the same text,
// so that no header is costly to read.
const bracketed = /<\s{0,9}"((?:[^"\\<>]|\\.){0,998})"\s{0,9}@([^<>"]{0,998})>|<([^<>"]{0,2000})>/gs
const longest = 998
const mostIds = 1000

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1').replace(/\r?\n/g, '')
}

function bare(text: string): string {
  const uncommented = text.includes('(') ? text.replace(/\((?:[^()\\]|\\.){0,998}\)/gs, '') : text
  return uncommented.replace(/[\s\0]+/g, '')
}

/** The first and the newest ids of an endless chain: enough to join a thread, and no one can make it costly. */
function bounded(ids: string[]): string[] {
  const [first] = ids
  return ids.length <= mostIds || first === undefined ? ids : [first, ...ids.slice(1 - mostIds)]
}
