import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { read } from './query-fixture.ts'

const guide = readFileSync(new URL('../../../docs/guide/search.md', import.meta.url), 'utf8')

it('reads every example of the search guide', () => {
  const beforeErrors = guide.slice(0, guide.indexOf('## When a search cannot be read'))
  const examples = tableCells(beforeErrors).filter((example) => !/^[a-z_]+:$/.test(example))
  expect(examples.length).toBeGreaterThan(25)
  for (const example of examples) expect(() => read(example), example).not.toThrow()
})

/** The code in the tables: what a person would type. */
function tableCells(markdown: string): string[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'))
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))
}
