import { joinContractions } from '../index/join-contractions.ts'

/** A word of a text: where it stands, and how the index compares it. */
export interface FoldedWord {
  start: number
  end: number
  folded: string
}

/** The words of a text one by one, cut and folded as the index's tokenizer does it. */
export function* foldWords(text: string): Generator<FoldedWord> {
  for (const { 0: found, index } of joinContractions(text).matchAll(word)) {
    if (ascii.test(found)) yield { start: index, end: index + found.length, folded: found.toLowerCase() }
    else yield* foldForeign(found, index)
  }
}

/** Without case and diacritics; an ideograph is a word of its own. */
function* foldForeign(found: string, offset: number): Generator<FoldedWord> {
  for (const { 0: part, index } of found.matchAll(parts)) {
    const folded = part.toLowerCase().normalize('NFD').replace(diacritics, '').normalize('NFC')
    yield { start: offset + index, end: offset + index + part.length, folded }
  }
}

const ideograph = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const word = /[\p{L}\p{N}\p{Co}_][\p{L}\p{N}\p{Co}_\u0300-\u0331]*/gu
const parts = new RegExp(`[${ideograph}]|[^${ideograph}]+`, 'gu')
const ascii = /^[\x20-\x7e]*$/
const diacritics = /[\u0300-\u0331]/g
