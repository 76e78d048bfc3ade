import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findField } from './field-table.ts'
import { parseQuery } from './parse-query.ts'
import type { QueryErrorCode } from './query-error.ts'
import { sampleOptions } from './query-fixture.ts'
import { sampleFields } from './sample-fields.ts'

// What a derived query may fail by: its length, its depth, or a value that its field's kind does not know.
const allowed: QueryErrorCode[] = ['query-too-long', 'query-too-deep', 'bad-value', 'misplaced-sort']

it('accepts what the written grammar derives', () => {
  const rules = readGrammar(readFileSync(new URL('grammar.ebnf', import.meta.url), 'utf8'))
  expect(rules.size).toBeGreaterThan(25)
  let accepted = 0
  for (let seed = 1; seed <= 5000; seed++) {
    const text = derive(rules, chanceOf(seed))
    const result = parseQuery(text, sampleOptions)
    if (result.ok) accepted += text.trim() === '' ? 0 : 1
    else expect(allowed, `${text}: ${result.error.message}`).toContain(result.error.code)
  }
  expect(accepted).toBeGreaterThan(1000)
})

type Rule =
  | { kind: 'choice'; parts: Rule[] }
  | { kind: 'sequence'; parts: Rule[] }
  | { kind: 'option'; part: Rule }
  | { kind: 'repeat'; part: Rule }
  | { kind: 'literal'; text: string }
  | { kind: 'name'; text: string }
  | { kind: 'special'; text: string }

type Chance = () => number

/** A random sentence of `query`; deep down it takes the ways that end soonest. */
function derive(rules: Map<string, Rule>, chance: Chance): string {
  const expand = (rule: Rule, depth: number): string => {
    const goOn = depth < 40 && chance() < 0.45
    if (rule.kind === 'literal') return rule.text
    if (rule.kind === 'special') throw new Error(`Nothing to choose from for "${rule.text}"`)
    if (rule.kind === 'option') return goOn ? expand(rule.part, depth + 1) : ''
    if (rule.kind === 'repeat') return goOn ? expand(rule.part, depth + 1) + expand(rule, depth + 6) : ''
    if (rule.kind === 'sequence') return rule.parts.map((part) => expand(part, depth + 1)).join('')
    if (rule.kind === 'choice') return expand(depth < 40 ? pick(rule.parts, chance) : rule.parts.at(-1)!, depth + 1)
    const named = rules.get(rule.text)
    if (!named) throw new Error(`The grammar has no rule ${rule.text}`)
    const special = specials[rule.text]
    return special ? pick(special, chance) : expand(named, depth + 1)
  }
  return expand(rules.get('query')!, 0)
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chanceOf(seed: number): Chance {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<Choice>(choices: readonly Choice[], chance: Chance): Choice {
  return choices[Math.floor(chance() * choices.length)]!
}

const names = Object.keys(sampleFields)
const isText = (name: string): boolean => findField(sampleFields, name)?.field.kind === 'text'

const specials: Record<string, readonly string[]> = {
  space: [' ', '  ', '\t', '\u00a0'],
  letter: ['a', 'ß', '電', '7', '.', '!', '[', 'x'],
  'text-name': names.filter(isText),
  'list-name': names.filter((name) => !isText(name) && name !== 'sort'),
  scalar: ['7d', '2026-01', 'today', '3', '1M', '30m', 'yes', 'unread', 'next'],
}

/** Reads ISO 14977 as far as the grammar uses it. */
function readGrammar(source: string): Map<string, Rule> {
  const tokens = source.replace(/\(\*.*?\*\)/gs, '').match(/"[^"]*"|'[^']*'|\?[^?]*\?|[a-z-]+|[=|,;()[\]{}]/g) ?? []
  let at = 0
  const take = (token: string): void => {
    if (tokens[at++] !== token) throw new Error(`The grammar lacks ${token} before ${tokens[at]}`)
  }
  const choice = (): Rule => series('choice', '|', () => series('sequence', ',', factor))
  const series = (kind: 'choice' | 'sequence', separator: string, part: () => Rule): Rule => {
    const parts = [part()]
    while (tokens[at] === separator) {
      at++
      parts.push(part())
    }
    return { kind, parts }
  }
  const enclosed = (closing: string): Rule => {
    const inside = choice()
    take(closing)
    return inside
  }
  const factor = (): Rule => {
    const token = tokens[at++] ?? ''
    if (token === '(') return enclosed(')')
    if (token === '[') return { kind: 'option', part: enclosed(']') }
    if (token === '{') return { kind: 'repeat', part: enclosed('}') }
    if (token.startsWith('"') || token.startsWith("'")) return { kind: 'literal', text: token.slice(1, -1) }
    return token.startsWith('?') ? { kind: 'special', text: token.slice(1, -1).trim() } : { kind: 'name', text: token }
  }
  const rules = new Map<string, Rule>()
  while (at < tokens.length) {
    const name = tokens[at++]!
    take('=')
    rules.set(name, choice())
    take(';')
  }
  return rules
}
