import type { Span } from './types.ts'

const QUOTED = /"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»/g

/** What is title whatever it says: quoted text, and the words that the person put back. */
export function literalSpans(text: string, words: readonly string[]): Span[] {
  const quoted = [...text.matchAll(QUOTED)].filter(({ index }) => !/[#+@]/.test(text[index - 1] ?? ''))
  const spans = quoted.map((match) => ({ start: match.index, end: match.index + match[0].length }))
  for (const word of words.filter((word) => word !== ''))
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length))
      spans.push({ start, end: start + word.length })
  return spans
}
