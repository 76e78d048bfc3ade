import { foldedCharacters, letterRanges } from './unicode61-table.ts'

/**
 * The words of a text as FTS5's tokenizer `unicode61 remove_diacritics 2 tokenchars '_'` gives them, in order: for
 * databases that have no such tokenizer.
 */
export function unicode61(text: string): string[] {
  if (isAscii.test(text)) return text.toLowerCase().match(asciiWord) ?? []
  // Case is folded by the table: what a runtime thinks of Turkish or Greek must not matter.
  return (text.match(word()) ?? []).map(fold)
}

function fold(found: string): string {
  return isAscii.test(found) ? found.toLowerCase() : found.replace(foreign, foldCharacter)
}

function foldCharacter(character: string): string {
  if (character < '\x80') return character.toLowerCase()
  return diacritic.test(character) ? '' : (folds().get(character) ?? character)
}

const isAscii = /^[\0-\x7f]*$/
const asciiWord = /[a-z0-9_]+/g
const foreign = /[A-Z]|[^\0-\x7f]/gu
/** The combining marks that FTS5 drops inside a word; others part words. */
const marks = '\\u0300-\\u0304\\u0306-\\u030c\\u030f\\u0311\\u031b\\u0323-\\u0328\\u032d\\u032e\\u0330\\u0331'
const diacritic = new RegExp(`^[${marks}]$`, 'u')

let words: RegExp | undefined
let characters: Map<string, string> | undefined

function word(): RegExp {
  if (words) return words
  const ranges = letterRanges().map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
  const letter = `0-9A-Z_a-z${ranges.join('')}`
  return (words = new RegExp(`[${letter}][${letter}${marks}]*`, 'gu'))
}

function folds(): Map<string, string> {
  return (characters ??= foldedCharacters())
}
