import { unicode61 } from '../words/unicode61.ts'
import { LONGEST_BEGINNING } from './marks.ts'

/**
 * The beginnings of words of a text that marks are kept for, each once. Every letter of every document comes by here,
 * so what is plain ASCII is read letter by letter, and only other words are asked of the tokenizer.
 */
export function shortBeginnings(texts: readonly string[]): string[] {
  generation += 1
  const found: number[] = []
  for (const text of texts) gather(text, found)
  return found.map(beginningOf)
}

/** Letters that words of the index are made of, numbered from 1; 0 parts words. */
const ALPHABET = '0123456789_abcdefghijklmnopqrstuvwxyz'
const BASE = ALPHABET.length + 1
const numbers = new Uint8Array(128)
for (const [n, letter] of [...ALPHABET].entries()) {
  numbers[letter.charCodeAt(0)] = n + 1
  numbers[letter.toUpperCase().charCodeAt(0)] = n + 1
}

/** In which call each beginning was last met, by its number; and what it reads as. */
const met = new Uint32Array(BASE ** LONGEST_BEGINNING)
const spelled: string[] = []
let generation = 0

function gather(text: string, found: number[]): void {
  let code = 0
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 128) {
      at = gatherForeign(text, at, length, found)
      length = code = 0
      continue
    }
    const number = numbers[unit]!
    if (number === 0) {
      length = code = 0
    } else if (length < LONGEST_BEGINNING) {
      length += 1
      code = code * BASE + number
      note(code, found)
    } else length += 1
  }
}

/** Reads the run of letters around a character beyond ASCII; answers where it ends. */
function gatherForeign(text: string, at: number, before: number, found: number[]): number {
  let end = at + 1
  while (end < text.length && (text.charCodeAt(end) >= 128 || numbers[text.charCodeAt(end)] !== 0)) end += 1
  for (const word of unicode61(text.slice(at - before, end))) {
    let code = 0
    for (let n = 0; n < LONGEST_BEGINNING; n++) {
      const number = numbers[word.charCodeAt(n)]
      if (!number) break
      code = code * BASE + number
      note(code, found)
    }
  }
  return end
}

function note(code: number, found: number[]): void {
  if (met[code] === generation) return
  met[code] = generation
  found.push(code)
}

function beginningOf(code: number): string {
  return (spelled[code] ??= spell(code))
}

function spell(code: number): string {
  return code === 0 ? '' : spell(Math.floor(code / BASE)) + ALPHABET[(code % BASE) - 1]!
}
