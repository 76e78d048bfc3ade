import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeChips } from './describe-chips.ts'
import { formatQuery } from './format-query.ts'
import { longestQuery, parseQuery } from './parse-query.ts'
import { meaning, read, sampleOptions } from './query-fixture.ts'
import { walkQuery } from './walk-query.ts'

describe('a query as text', () => {
  it.each([
    ['', ''],
    ['  a   AND b ', 'a b'],
    ['((a OR b)) c', '(a OR b) c'],
    ['NOT a', '-a'],
    ['NOT -a', '-(-a)'],
    ['tag:a,"to do",c', 'label:a,"to do",c'],
    ['a OR tag:x OR tag:y b', 'a OR label:x OR label:y b'],
    ['-is:(seen OR flagged)', '-is:read,starred'],
    ['subject:(dts OR review)', 'subject:dts OR subject:review'],
    ['before:2026/01 older_than:7d', 'date:<2026-01 date:<7d'],
    ['size:1M due:"last week"', 'size:1M due:last-week'],
    ['private:true', 'private:yes'],
    ['a OR b sort:-relevance sort:due', 'a OR b sort:-score,due'],
    ['\\OR \\-a foo\\:bar Re: http://x \\"a a"b main\\(', '\\OR \\-a foo\\:bar Re\\: http://x \\"a a"b main\\('],
    ['"a \\"b\\""* x\\**', '"a \\"b\\""* x\\**'],
    ['subject:\\:a subject:"//a" from:\\//a', 'subject:\\:a subject:"//a" from:\\//a'],
    ['label:a\\,b label:"(x"*', 'label:"a,b" label:\\(x*'],
  ])('%s', (text, expected) => {
    expect(formatQuery(read(text))).toBe(expected)
    expect(meaning(read(expected))).toEqual(meaning(read(text)))
  })

  it('reads back as the same query', () => {
    let read = 0
    fc.assert(
      fc.property(scraps(25), (text) => {
        const first = parseQuery(text, sampleOptions)
        if (!first.ok) return
        read++
        const formatted = formatQuery(first.query)
        const second = parseQuery(formatted, sampleOptions)
        expect(second, formatted).toMatchObject({ ok: true })
        if (second.ok) expect(meaning(second.query), formatted).toEqual(meaning(first.query))
        if (second.ok) expect(formatQuery(second.query)).toBe(formatted)
      }),
      { numRuns: 10_000 },
    )
    expect(read).toBeGreaterThan(1000)
  })
})

describe('any text', () => {
  it.each([
    ['of characters', fc.string({ unit: 'binary', maxLength: 1100 })],
    ['of scraps of the grammar', scraps(300)],
  ])('%s is read or refused, never thrown at', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseQuery(text, sampleOptions)
        if (!result.ok) {
          const { position, length, message, suggestion } = result.error
          expect(position).toBeGreaterThanOrEqual(0)
          expect(position + length).toBeLessThanOrEqual(text.length)
          expect(message).not.toBe('')
          if (suggestion !== undefined) expect(suggestion).not.toBe(text.slice(position, position + length))
          return
        }
        walkQuery(result.query.where, ({ span }) => {
          expect(span.length).toBeGreaterThan(0)
          expect(span.position + span.length).toBeLessThanOrEqual(text.length)
        })
        formatQuery(result.query)
        describeChips(result.query)
      }),
      { numRuns: 10_000 },
    )
  })

  it.each(['(', 'a(', 'a(b', '-(', '"', 'a OR ', 'is:unread,', 'label:(a ', '\\', 'foo:', 'date:7d '])(
    'of "%s" over and over takes linear time',
    (scrap) => {
      const text = scrap.repeat(longestQuery).slice(0, longestQuery)
      const start = performance.now()
      for (let round = 0; round < 20; round++) parseQuery(text, sampleOptions)
      // Generous: 20 of these take under 20 ms; what is quadratic or worse takes seconds.
      expect(performance.now() - start).toBeLessThan(2000)
    },
  )
})

/** Texts of what the grammar is made of, in any order. */
function scraps(maxLength: number): fc.Arbitrary<string> {
  const parts = [
    'a',
    'Größe',
    'AND',
    'OR',
    'NOT',
    '-',
    '(',
    ')',
    '()',
    '"',
    '“',
    '”',
    '*',
    '\\',
    ',',
    ':',
    '//',
    '..',
    '<',
    '>=',
    '=',
    ' ',
    ' ',
    ' ',
    '\u00a0',
    'http://x',
    'Re:',
    'main()',
    'from:',
    'subject:(',
    'tag:',
    'label:x,y',
    '"two words"',
    'is:unread',
    'is:(',
    'status:',
    'next',
    'done',
    'due:<',
    '7d',
    '2026-01',
    'before:',
    'date:',
    'today',
    'last-week',
    'size:',
    '1M',
    'priority:',
    '3',
    'high',
    'estimate:',
    '30m',
    'private:',
    'yes',
    'sort:',
    '-score',
    'due',
    'foo:',
    'form:',
  ]
  return fc.array(fc.constantFrom(...parts), { maxLength }).map((list) => list.join(''))
}
