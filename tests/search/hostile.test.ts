import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { Failure } from '#kernel/failure.ts'
import { find } from '#modules/search/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { isReadable, openWithMail, titles } from './search-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await openWithMail([{ subject: 'Only one', id: 'x', body: 'title marks body near and or not' }])
})
afterAll(() => app[Symbol.asyncDispose]())

/** What FTS5 and SQL would understand if it reached them. */
const injections = [
  '"a" OR "b',
  'title : marks',
  '{title body} : x',
  '^only',
  'NEAR(a b, 3)',
  'a" OR marks : "b',
  "'; DROP TABLE search_document; --",
  '\\"',
  '"\\""',
  '""',
  '* *',
  'a*b*',
  '-',
  '--',
  '(((',
  ')))',
  'a + b',
  'col:x',
  '\0',
  'a\0b',
  '\uD800',
  '\uDC00a',
  '\uFFFF',
  '\u{10FFFF}',
  'a'.repeat(1000),
  '(a '.repeat(32) + ')'.repeat(32),
  '-('.repeat(31) + 'a' + ')'.repeat(31),
  'a OR '.repeat(199) + 'b',
  'x '.repeat(500).trim(),
  'a* '.repeat(333).trim(),
  '-a '.repeat(333).trim(),
  'a AND b OR c NOT d',
  'NOT',
  'NOT a',
  '%',
  '_',
  '[x]',
  '🦊',
  '"🦊"',
  'label:%',
  'label:"',
  'project:%*',
  'list:""',
  'list:---',
  'from:---',
  'priority:-1',
  'priority:<0',
  'larger:9999999999G',
  'date:9999',
  'date:0001',
  'date:-1',
  'due:<99999d',
]

it.each(injections)('answers %j with results or a declared refusal', async (q) => {
  const answer = await app.as(app.owner).call(find, { q })
  if (answer instanceof Failure) expect(['bad-query', 'invalid-input']).toContain(answer.code)
  else expect(Array.isArray(answer.items)).toBe(true)
})

it('takes the index’s own syntax for words', async () => {
  expect(await titles(app, '"marks : only"')).toEqual([])
  expect(await titles(app, '"title marks"')).toEqual(['Only one'])
  expect(await titles(app, 'near and or not')).toEqual(['Only one'])
  expect(await titles(app, '^only')).toEqual(['Only one'])
})

it('answers any text', { timeout: 60_000 }, async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '(',
      ')',
      '"',
      '-',
      'OR',
      'AND',
      'NOT',
      '*',
      ' ',
      ' ',
      'from:',
      'label:',
      'is:unread',
      'in:trash',
      'date:2020',
      'size:>1k',
      'type:task',
      'a',
      'one',
      ':',
      '\\',
      '電',
      'due:<1d',
      'has:attachment',
      'priority:1',
      'list:x',
      'project:y',
      'status:next',
      'sort:date',
    ),
  )
  const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))
  await fc.assert(
    fc.asyncProperty(text, async (q) => {
      const answer = await app.as(app.owner).call(find, { q })
      if (answer instanceof Failure)
        expect(answer.code).toBe(q.length > 1000 || q.includes('\0') ? 'invalid-input' : 'bad-query')
      else expect(isReadable(q)).toBe(true)
    }),
    { numRuns: 600 },
  )
})

it('answers any query that the grammar allows, however deep', { timeout: 60_000 }, async () => {
  const term = fc.constantFrom(
    'a',
    '"only one"',
    'on*',
    '-x',
    'from:ada',
    'is:unread',
    '-is:starred',
    'date:2026',
    'label:x',
    'type:mail',
    'size:<1M',
    '-type:task',
    '---',
    'title',
  )
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 12 },
      term,
      fc.tuple(tie('node'), fc.constantFrom(' ', ' OR ', ' -'), tie('node')).map(([a, op, b]) => `(${a}${op}${b})`),
    ),
  })).node
  await fc.assert(
    fc.asyncProperty(
      tree.filter((q) => q.length <= 1000 && isReadable(q)),
      async (q) => {
        const answer = await app.as(app.owner).call(find, { q })
        expect(answer).not.toBeInstanceOf(Failure)
      },
    ),
    { numRuns: 400 },
  )
})

describe('what cannot be read', () => {
  it('says where and how to mend it, over HTTP too', async () => {
    const response = await app.fetch('/api/v1/search?q=form:joel')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      code: 'bad-query',
      errors: [{ pointer: '/q', position: 0, length: 5, suggestion: 'from:' }],
    })
  })

  it.each(['nonsense', 'WyJhIl0', 'W10', 'WzEsMl0', 'WzEuNV0', 'Wy0xXQ', ''])(
    'refuses or ends at the cursor %j',
    async (cursor) => {
      const answer = await app.as(app.owner).call(find, { q: 'one', cursor })
      if (answer instanceof Failure) expect(answer.code).toBe('bad-cursor')
      else expect(answer.items).toEqual([])
    },
  )
})
