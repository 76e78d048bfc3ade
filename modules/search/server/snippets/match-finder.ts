import { foldWords, type FoldedWord } from './fold-words.ts'
import type { Term } from './wanted-terms.ts'

export interface Match {
  start: number
  end: number
}

/** Finds what a search wants to see, in one text after another. */
export class MatchFinder {
  readonly #terms: readonly Term[]
  readonly #longest: number
  /** The terms of plain letters; null where there are none. One pattern reads a text many times as fast as its words. */
  readonly #plain: RegExp | null
  /** All of the terms, each match as long as it gets, for a text that is plain throughout; null where one is not plain. */
  readonly #allPlain: RegExp | null

  constructor(terms: readonly Term[]) {
    this.#terms = terms
    this.#longest = Math.max(0, ...terms.map(({ words }) => words.length))
    const plain = terms.filter(({ words }) => words.every((word) => isPlainWord.test(word)))
    this.#plain = plain.length === 0 ? null : new RegExp(`${begin}(?:${anyOf(plain, '')})`, 'iu')
    this.#allPlain =
      plain.length === 0 || plain.length < terms.length ? null : new RegExp(`${begin}(?:${anyOf(plain, rest)})`, 'giu')
  }

  /** Where the first match of any term begins; null where none is. */
  first(text: string): number | null {
    const found = this.#plain === null ? -1 : text.search(this.#plain)
    if (found >= 0) return found
    // What is left to find is spelt with other letters than the search is.
    return this.#terms.length === 0 || isAscii.test(text) ? null : (this.#scan(text).next().value?.start ?? null)
  }

  /** All matches, in order. They may overlap. */
  all(text: string): Match[] {
    if (this.#allPlain && isPlainText.test(text))
      return Array.from(text.matchAll(this.#allPlain), ({ 0: { length }, index }) => ({
        start: index,
        end: index + length,
      }))
    return [...this.#scan(text)].sort((a, b) => a.start - b.start || b.end - a.end)
  }

  *#scan(text: string): Generator<Match> {
    const window: FoldedWord[] = []
    for (const word of foldWords(text)) {
      window.push(word)
      if (window.length > this.#longest) window.shift()
      const lengths = this.#terms.filter((term) => endsWith(window, term)).map(({ words }) => words.length)
      const length = Math.max(0, ...lengths)
      if (length > 0) yield { start: window.at(-length)!.start, end: word.end }
    }
  }
}

function endsWith(window: readonly FoldedWord[], { words, prefix }: Term): boolean {
  if (words.length > window.length) return false
  return words.every((word, index) => {
    const { folded } = window[window.length - words.length + index]!
    return folded === word || (prefix && index === words.length - 1 && folded.startsWith(word))
  })
}

/** The longest first, since a pattern takes the first of its ways that fits. */
function anyOf(terms: readonly Term[], afterBeginning: string): string {
  return terms
    .toSorted((a, b) => b.words.length - a.words.length)
    .map(({ words, prefix }) => `${words.join('[^a-z0-9_]+')}${prefix ? afterBeginning : end}`)
    .join('|')
}

const begin = '(?<![\\p{L}\\p{N}\\p{Co}_])'
const end = '(?![\\p{L}\\p{N}\\p{Co}_\\u0300-\\u0331])'
const rest = '[a-z0-9_]*'
const isPlainWord = /^[a-z0-9_]+$/
const isAscii = /^[\0-\x7f]*$/
/** An apostrophe may join two words to one. */
const isPlainText = /^[\0-\x26\x28-\x7f]*$/
