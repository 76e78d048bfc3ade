import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages, readLines, WEDNESDAY } from './quick-add-fixtures.ts'
import { parseQuickAdd } from './parse-quick-add.ts'

const lines = ['en-US', 'de-DE', 'fr-FR'].flatMap((locale) => readLines(locale).map((line) => line.split(' => ')[0]!))
const pieces = fc.constantFrom(
  ...new Set(lines.flatMap((line) => line.split(' '))),
  ...[
    '#',
    '+',
    '@',
    '!',
    '"',
    '“',
    '(',
    '/',
    ':',
    ',',
    '•',
    "'",
    '–',
    '24',
    '31.',
    '0:00',
    '99/99',
    '\t',
    'İ',
    'ß',
    '😀',
  ],
)
const anyLine = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

describe.each(Object.keys(languages))('any line, read in %s', (locale) => {
  const read = (text: string, literal: string[] = []) =>
    parseQuickAdd(text, { ...WEDNESDAY, language: languages[locale]!, literal })

  it('keeps every word, in the title or in a chip', () => {
    fc.assert(
      fc.property(anyLine, (text) => {
        const { title, chips } = read(text)
        const kept = [title, ...chips.map((chip) => chip.text)].flatMap(lettersOf)
        expect(kept.toSorted()).toEqual(lettersOf(text).toSorted())
        for (const [index, { start, end, text: words }] of chips.entries()) {
          expect(text.slice(start, end)).toBe(words)
          expect(start).toBeGreaterThanOrEqual(chips[index - 1]?.end ?? 0)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is all title once every chip is rejected', () => {
    fc.assert(
      fc.property(anyLine, (text) => {
        let literal: string[] = []
        for (let left = read(text).chips; left.length > 0; left = read(text, literal).chips)
          literal = [...literal, left[0]!.text]
        expect(lettersOf(read(text, literal).title)).toEqual(lettersOf(text))
      }),
      { numRuns: 100 },
    )
  })

  it('can be typed letter by letter', () => {
    for (const line of lines.filter((_, index) => index % 4 === 0))
      for (let length = 0; length <= line.length; length++) read(line.slice(0, length))
  })
})

/** Runs of letters and digits: punctuation may go with a chip. */
function lettersOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
