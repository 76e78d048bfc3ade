/** A word of a text: where it stands, and how the index compares it. */
export interface FoldedWord {
  start: number
  end: number
  folded: string
}

/** The words of a text one by one, cut and folded as the index's tokenizer does it. */
export function* foldWords(text: string): Generator<FoldedWord> {
  for (const found of text.matchAll(word)) {
    yield { start: found.index, end: found.index + found[0].length, folded: fold(found[0]) }
  }
}

/** Without case and diacritics. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  return ascii.test(lower) ? lower : lower.normalize('NFD').replace(diacritics, '').normalize('NFC')
}

const ideograph = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
// An ideograph is a word of its own, a run of anything else that spells is one.
const word = new RegExp(`[${ideograph}]|(?:(?![${ideograph}])[\\p{L}\\p{N}\\p{Co}_])(?:(?![${ideograph}])[\\p{L}\\p{N}\\p{Co}_\\u0300-\\u0331])*`, 'gu')
const ascii = /^[\x20-\x7e]*$/
const diacritics = /[\u0300-\u0331]/g
