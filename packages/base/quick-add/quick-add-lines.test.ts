import { describe, expect, it } from 'vitest'
import { inOrder, languages, readLines, WEDNESDAY, written } from './quick-add-fixtures.ts'
import { parseQuickAdd } from './parse-quick-add.ts'

const LOCALES = ['en-US', 'de-DE', 'fr-FR']
const LEAST_RIGHT = 0.97

describe.each(LOCALES)('lines as people write them in %s', (locale) => {
  it('are understood as they are meant, 97 of a hundred at least', () => {
    const lines = readLines(locale)
    const wrong = lines.filter((line) => {
      const [text, expected] = line.split(' => ') as [string, string]
      return written(read(text, locale)) !== inOrder(expected)
    })
    const right = lines.length - wrong.length
    console.log(`${locale}: ${right} of ${lines.length} lines`)
    for (const line of wrong) console.log(`  ${line}\n    was read as ${written(read(line.split(' => ')[0]!, locale))}`)
    expect(lines).toHaveLength(100)
    expect(right / lines.length).toBeGreaterThanOrEqual(LEAST_RIGHT)
  })
})

it.each(Object.keys(languages))('sees no date, repetition or estimate in 200 titles, read in %s', (locale) => {
  const titles = readLines('titles')
  expect(titles.length).toBeGreaterThanOrEqual(200)
  const seen = titles.flatMap((title) => read(title, locale).chips.map(({ text }) => `${title}: ${text}`))
  expect(seen).toEqual([])
})

it.each(Object.keys(languages))('sees none of them as the object of a task either, read in %s', (locale) => {
  const deed = { 'de-DE': 'Lies', 'fr-FR': 'Lire' }[locale] ?? 'Read'
  const titles = readLines('titles').filter((title) => /^\p{Lu}/u.test(title))
  const seen = titles.flatMap((title) => read(`${deed} ${title}`, locale).chips.map(({ text }) => `${title}: ${text}`))
  expect(seen).toEqual([])
})

function read(text: string, locale: string): ReturnType<typeof parseQuickAdd> {
  return parseQuickAdd(text, { ...WEDNESDAY, language: languages[locale]! })
}
