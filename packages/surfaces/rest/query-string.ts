/** Longer than any list's filters; what is longer belongs into a body. */
const MAX_LENGTH = 16_384

/** The members of a query string in order of appearance, or null when it is too long or not percent-encoded UTF-8. */
export function parseQuery(query: string): Map<string, string[]> | null {
  if (query.length > MAX_LENGTH) return null
  const members = new Map<string, string[]>()
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decodePart(equals < 0 ? pair : pair.slice(0, equals))
    const value = decodePart(equals < 0 ? '' : pair.slice(equals + 1))
    if (name === null || value === null) return null
    const values = members.get(name)
    if (values) values.push(value)
    else members.set(name, [value])
  }
  return members
}

/** One percent-encoded part, or null when it is not one. In a query string a plus is a space. */
function decodePart(text: string): string | null {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text)
}

/** Percent-encoded UTF-8 as text, or null. */
export function decodePercent(text: string): string | null {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    // A stranger's junk, which the caller of this function refuses.
    return null
  }
}
