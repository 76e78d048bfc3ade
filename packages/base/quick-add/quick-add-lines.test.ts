import { expect, it } from 'vitest'
import { inOrder, languages, readLines, WEDNESDAY, written } from './quick-add-fixtures.ts'
import { parseQuickAdd } from './parse-quick-add.ts'

const LOCALES = ['en-US', 'de-DE', 'fr-FR']
const LEAST_RIGHT = 0.97

it.each(LOCALES)('understands 97 of a hundred lines and more as people mean them in %s', (locale) => {
  const lines = readLines(locale)
  const wrong = lines.flatMap((line) => {
    const [text, expected] = line.split(' => ') as [string, string]
    const said = written(read(text, locale))
    return said === inOrder(expected) ? [] : [`${line}, but was read as ${said}`]
  })
  // The figure, for whoever reads the run.
  process.stdout.write(`${locale}: ${lines.length - wrong.length} of ${lines.length} lines as expected\n`)
  expect(lines).toHaveLength(100)
  expect(1 - wrong.length / lines.length, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT)
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
