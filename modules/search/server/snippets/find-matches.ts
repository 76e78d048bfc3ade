import { foldWords, type FoldedWord } from './fold-words.ts'
import type { Term } from './wanted-terms.ts'

export interface Match {
  start: number
  end: number
}

/** Where the first match of any term begins; null where none is. */
export function firstMatch(text: string, terms: readonly Term[]): number | null {
  const plain = plainPattern(terms)
  const found = plain === null ? -1 : text.search(plain)
  if (found >= 0) return found
  // What is left to find is spelt with other letters than the search is.
  return isAscii.test(text) ? null : (scan(text, terms).next().value?.start ?? null)
}

/** All matches, in order. They may overlap. */
export function matchesIn(text: string, terms: readonly Term[]): Match[] {
  return [...scan(text, terms)].sort((a, b) => a.start - b.start || b.end - a.end)
}

function* scan(text: string, terms: readonly Term[]): Generator<Match> {
  const longest = Math.max(0, ...terms.map(({ words }) => words.length))
  const window: FoldedWord[] = []
  for (const word of foldWords(text)) {
    window.push(word)
    if (window.length > longest) window.shift()
    const length = Math.max(0, ...terms.filter((term) => endsWith(window, term)).map(({ words }) => words.length))
    if (length > 0) yield { start: window.at(-length)!.start, end: word.end }
  }
}

function endsWith(window: readonly FoldedWord[], { words, prefix }: Term): boolean {
  if (words.length > window.length) return false
  return words.every((word, index) => {
    const { folded } = window[window.length - words.length + index]!
    return folded === word || (prefix && index === words.length - 1 && folded.startsWith(word))
  })
}

/** Terms of plain letters as one pattern, which reads a text many times as fast as its words one by one. */
function plainPattern(terms: readonly Term[]): RegExp | null {
  const plain = terms.filter(({ words }) => words.every((word) => isPlain.test(word)))
  if (plain.length === 0) return null
  const patterns = plain.map(({ words, prefix }) => `${words.join('[^a-z0-9_]+')}${prefix ? '' : end}`)
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{Co}_])(?:${patterns.join('|')})`, 'iu')
}

const end = '(?![\\p{L}\\p{N}\\p{Co}_\\u0300-\\u0331])'
const isPlain = /^[a-z0-9_]+$/
const isAscii = /^[\0-\x7f]*$/
