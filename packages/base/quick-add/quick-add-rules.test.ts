import { expect, it } from 'vitest'
import { nextOccurrence, toWall } from '../recurrence/occurrences.ts'
import { parseRule } from '../recurrence/parse-rule.ts'
import { languages, readLines, WEDNESDAY } from './quick-add-fixtures.ts'
import { parseQuickAdd } from './parse-quick-add.ts'

const { timeZone: zone } = WEDNESDAY

it.each(['en-US', 'de-DE', 'fr-FR'])('writes rules that begin on the day the task is due, in %s', (locale) => {
  const read = readLines(locale).map((line) =>
    parseQuickAdd(line.split(' => ')[0]!, { ...WEDNESDAY, language: languages[locale]! }),
  )
  const recurring = read.filter(({ recurrence }) => recurrence !== null)
  expect(recurring.length).toBeGreaterThan(10)
  for (const { recurrence, dueAt, title } of recurring) {
    const { rule, fault } = parseRule(recurrence!)
    expect(fault, title).toBeNull()
    const series = { rule: rule!, zone, start: toWall(dueAt!, zone), excluded: [] }
    expect(nextOccurrence(series, dueAt! - 1), title).toBe(dueAt)
  }
})
