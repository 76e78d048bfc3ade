import { literalSpans } from '#base/quick-add/literal-spans.ts'
import { mask } from '#base/quick-add/mask.ts'
import type { DumpWords } from './words/dump-words.ts'

/** The sentences of a line. Quoted text is never cut, and a full stop of an abbreviation or a date ends nothing. */
export function splitSentences(text: string, words: DumpWords): string[] {
  const masked = mask(text, literalSpans(text, []))
  const sentences: string[] = []
  let start = 0
  for (const match of masked.matchAll(/(?:([.!?…]+)["'”’)\]]*|;)\s+(?=\S)/g)) {
    const before = masked.slice(start, match.index)
    const after = masked.slice(match.index + match[0].length)
    if (match[1] === '.' && belongsToWord(before, after, words)) continue
    sentences.push(text.slice(start, match.index + match[0].length))
    start = match.index + match[0].length
  }
  sentences.push(text.slice(start))
  return sentences
    .map((sentence) => sentence.trim().replace(/(?<![.…])[.;]$/, ''))
    .filter((sentence) => sentence !== '')
}

function belongsToWord(before: string, after: string, { abbreviation, afterOrdinal }: DumpWords): boolean {
  if (abbreviation.test(before)) return true
  return afterOrdinal !== null && /(?:^|\s)\d{1,2}$/.test(before) && afterOrdinal.test(after)
}
