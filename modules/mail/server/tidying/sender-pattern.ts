/** An address or a domain as a person may write it, in lower case; null where it is neither. */
export function senderPattern(written: string): string | null {
  const plain = written.trim().toLowerCase().replace(/^@/, '')
  if (/\s|[<>,;"]/.test(plain)) return null
  const at = plain.lastIndexOf('@')
  const domain = plain.slice(at + 1)
  // The parser of addresses knows names of other scripts; what it answers is what mail bears.
  const host = URL.parse(`https://${domain}/`)?.hostname
  if (!host || !host.includes('.') || domain.includes('/') || domain.includes(':')) return null
  if (at < 0) return host
  return at === 0 ? null : `${plain.slice(0, at)}@${host}`
}

/** Every pattern that stands for an address: itself, its domain, and the domains above that. */
export function patternsOf(address: string): string[] {
  const plain = senderPattern(address)
  if (!plain) return []
  const labels = plain.slice(plain.lastIndexOf('@') + 1).split('.')
  return [plain, ...labels.slice(0, -1).map((_, n) => labels.slice(n).join('.'))]
}
