import { foldWords, type FoldedWord } from './fold-words.ts'
import type { Term } from './wanted-terms.ts'

const LENGTH = 200
/** How much stands before the first match. */
const LEAD = 60
/** A match further down is not looked for: a page of hits must not read books. */
const MOST_TEXT = 200_000

/** A line of the text around its first match, each match between U+0002 and U+0003; the beginning where none is. */
export function cutSnippet(body: string, terms: readonly Term[]): string {
  const text = body.slice(0, MOST_TEXT)
  const matches = findMatches(text, terms)
  const start = matches.length === 0 ? 0 : wordStart(text, matches[0]!.start - LEAD)
  const end = wordEnd(text, start + LENGTH)

  let marked = ''
  let at = start
  for (const match of matches) {
    if (match.start < at) continue
    if (match.end > end) break
    marked += `${plain(text.slice(at, match.start))}\u0002${plain(text.slice(match.start, match.end))}\u0003`
    at = match.end
  }
  marked += plain(text.slice(at, end))
  const line = marked.replace(/\s+/g, ' ').trim()
  return `${start > 0 ? '… ' : ''}${line}${end < body.length && line !== '' ? ' …' : ''}`
}

interface Match {
  start: number
  end: number
}

/** The matches that can stand in one snippet, in order: reading ends where a snippet of the first one would. */
function findMatches(text: string, terms: readonly Term[]): Match[] {
  const longest = Math.max(0, ...terms.map(({ words }) => words.length))
  if (longest === 0) return []
  const matches: Match[] = []
  const window: FoldedWord[] = []
  for (const word of foldWords(text)) {
    if (matches.length > 0 && word.start > matches[0]!.start + LENGTH) break
    window.push(word)
    if (window.length > longest) window.shift()
    const length = Math.max(0, ...terms.filter((term) => endsWith(window, term)).map(({ words }) => words.length))
    if (length > 0) matches.push({ start: window.at(-length)!.start, end: word.end })
  }
  return matches.sort((a, b) => a.start - b.start || b.end - a.end)
}

function endsWith(window: readonly FoldedWord[], { words, prefix }: Term): boolean {
  if (words.length > window.length) return false
  return words.every((word, index) => {
    const { folded } = window[window.length - words.length + index]!
    return folded === word || (prefix && index === words.length - 1 && folded.startsWith(word))
  })
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
