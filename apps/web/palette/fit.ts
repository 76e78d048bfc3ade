/**
 * How well a line fits what is typed: 0 is not at all, more is better. Every word must be found: at the start of a word
 * best, inside one next, as letters in their order last (`arch` or `acv` for archive).
 */
export function fit(label: string, keywords: string, words: readonly string[]): number {
  let sum = 0
  for (const word of words) {
    const best = Math.max(fitIn(label, word) * 2, fitIn(keywords, word))
    if (best === 0) return 0
    sum += best
  }
  // Of two that fit alike, the shorter one is meant.
  return sum + 1 / (1 + label.length)
}

const STARTS_TEXT = 100
const STARTS_WORD = 80
const INSIDE = 50
const SCATTERED = 20

function fitIn(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at === 0) return STARTS_TEXT
  if (at > 0) return startsWord(text, word, at) ? STARTS_WORD : INSIDE
  // Two letters stand in order nearly everywhere.
  return word.length > 2 && isScattered(text, word) ? SCATTERED : 0
}

function startsWord(text: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (!isLetter(text[at - 1]!)) return true
  return false
}

// The letters in their order, the first at the start of a word and none far from the one before.
function isScattered(text: string, word: string): boolean {
  for (let start = text.indexOf(word[0]!); start >= 0; start = text.indexOf(word[0]!, start + 1)) {
    if (start > 0 && isLetter(text[start - 1]!)) continue
    if (follows(text, word, start)) return true
  }
  return false
}

const FARTHEST = 5

function follows(text: string, word: string, start: number): boolean {
  let at = start
  for (const letter of word.slice(1)) {
    const next = text.indexOf(letter, at + 1)
    if (next < 0 || next - at > FARTHEST) return false
    at = next
  }
  return true
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
