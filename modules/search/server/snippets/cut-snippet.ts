import type { MatchFinder } from './match-finder.ts'

const LENGTH = 200
/** How much stands before the first match. */
const LEAD = 60
/** A match further down is not looked for: a page of hits must not read books. */
const MOST_TEXT = 200_000

/** A line of the text around its first match, each match between U+0002 and U+0003; the beginning where none is. */
export function cutSnippet(body: string, finder: MatchFinder): string {
  const text = body.slice(0, MOST_TEXT)
  const found = finder.first(text)
  const start = wordStart(text, (found ?? 0) - LEAD)
  const end = wordEnd(text, start + LENGTH)
  const window = text.slice(start, end)

  let marked = ''
  let at = 0
  for (const match of found === null ? [] : finder.all(window)) {
    if (match.start < at) continue
    marked += `${plain(window.slice(at, match.start))}\u0002${plain(window.slice(match.start, match.end))}\u0003`
    at = match.end
  }
  const line = (marked + plain(window.slice(at))).replace(/\s+/g, ' ').trim()
  return line === '' ? '' : `${start > 0 ? '… ' : ''}${line}${end < body.length ? ' …' : ''}`
}

/** No mark of the text's own passes for ours. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
}

/** The beginning of a word at or after a place, unless none is near. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(at, at + 20).search(/\s/)
  return space < 0 ? whole(text, at) : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at - 20, at).search(/\s\S*$/)
  return space < 0 ? whole(text, at) : at - 20 + space
}

/** Not between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
