import { describe, expect, it } from 'vitest'
import { errorOf, outline, read, sampleOptions } from './query-fixture.ts'
import { parseQuery } from './parse-query.ts'

describe('what a query means', () => {
  it.each([
    // Nothing, words, phrases
    ['', 'everything'],
    [' \t ', 'everything'],
    ['review', 'review'],
    ['power supply', 'and(power, supply)'],
    ['"power supply"', '"power supply"'],
    ['“power supply”', '"power supply"'],
    ['„Netzteil defekt“', '"Netzteil defekt"'],
    ['" power \n supply "', '"power supply"'],
    ['pow*', 'pow*'],
    ['"power sup"*', '"power sup"*'],
    ['a*b *', 'and(a*b, *)'],
    ['Größe 電源 здравствуй', 'and(Größe, 電源, здравствуй)'],
    ['24" monitor', 'and(24", monitor)'],
    // Negation
    ['-review', 'not(review)'],
    ['-"power supply"', 'not("power supply")'],
    ['-(a b)', 'not(and(a, b))'],
    ['NOT a', 'not(a)'],
    ['NOT -a', 'not(not(a))'],
    ['device-tree', 'device-tree'],
    ['--help a - b', 'and(--help, a, -, b)'],
    // Operators and groups
    ['a AND b', 'and(a, b)'],
    ['a OR b', 'or(a, b)'],
    ['a b OR c d', 'or(and(a, b), and(c, d))'],
    ['a (b OR c) d', 'and(a, or(b, c), d)'],
    ['((a))', 'a'],
    ['(a)(b)', 'and(a, b)'],
    ['a OR(b c)', 'or(a, and(b, c))'],
    ['(a OR b) OR c', 'or(a, b, c)'],
    ['to or not and', 'and(to, or, not, and)'],
    ['ORDER ANDY', 'and(ORDER, ANDY)'],
    ['-OR', 'not(OR)'],
    // What only looks like grammar
    ['main() printf(x)', 'and(main(), printf(x))'],
    ['(call main())', 'and(call, main())'],
    ['http://x.test/a?b=c:d', 'http://x.test/a?b=c:d'],
    ['12:30 std::vector fe80::1', 'and(12:30, std::vector, fe80::1)'],
    ['Re: hello', 'and(Re:, hello)'],
    ['<joel@jms.id.au> [PATCH', 'and(<joel@jms.id.au>, [PATCH)'],
    // Escapes
    ['\\-a \\"b \\(c\\)', 'and(-a, "b, (c))'],
    ['foo\\:bar', 'foo:bar'],
    ['\\OR', 'OR'],
    ['a\\*', 'a*'],
    ['power\\ supply', '"power supply"'],
    ['"a \\"b\\" \\\\"', '"a "b" \\"'],
    ['a\\', 'a\\'],
    // Fields
    ['from:joel subject:dts -review', 'and(from=joel, subject=dts, not(review))'],
    ['FROM:Joel', 'from=Joel'],
    ['subject:"power supply"', 'subject="power supply"'],
    ['title:pow*', 'subject=pow*'],
    ['subject:a:b,c', 'subject=a:b,c'],
    ['subject:>5', 'subject=>5'],
    ['-from:joel', 'not(from=joel)'],
    ['from:-', 'from=-'],
    ['subject:(dts OR review)', 'or(subject=dts, subject=review)'],
    ['subject:(dts -"a b" (c OR d*))', 'and(subject=dts, not(subject="a b"), or(subject=c, subject=d*))'],
    ['-subject:(a b)', 'not(and(subject=a, subject=b))'],
    ['subject:(a:b http://x)', 'and(subject=a:b, subject=http://x)'],
    ['label:work,"to do" tag:x*', 'and(or(label=work, label=to do), label=x*)'],
    ['label:(a b)', 'and(label=a, label=b)'],
    ['is:(unread OR flagged)', 'or(is=unread, is=starred)'],
    ['status:next,Completed', 'or(status=next, status=done)'],
    ['-status:next,doing', 'not(or(status=next, status=doing))'],
    ['private:yes -private:off', 'and(private=true, not(private=false))'],
    ['is:unread has:attachment larger:1M', 'and(is=unread, has=attachment, size (1000000..))'],
    // Numbers, sizes, durations
    ['priority:2 priority:high', 'and(priority [2..2], priority [3..3])'],
    ['priority:>=2 priority:<high', 'and(priority [2..), priority (..3))'],
    ['priority:1..3 priority:..2', 'and(priority [1..3], priority (..2])'],
    ['size:1.5MiB size:=20k smaller:500', 'and(size [1572864..), size [20000..20000], size (..500))'],
    ['estimate:<1h30m estimate:15m..', 'and(estimate (..5400), estimate [900..))'],
  ])('%s', (text, expected) => {
    expect(outline(read(text).where)).toBe(expected)
  })
})

describe('the order', () => {
  it('is taken out of the condition, wherever it stands', () => {
    expect(read('a sort:-score b').sort).toMatchObject([{ key: 'score', descending: true }])
    expect(outline(read('a sort:-score b').where)).toBe('and(a, b)')
    expect(outline(read('a OR b sort:date').where)).toBe('or(a, b)')
    expect(read('sort:date')).toMatchObject({ where: null, sort: [{ key: 'date', descending: false }] })
  })

  it('can have several keys and aliases of them', () => {
    const { sort } = read('sort:-relevance,due sort:priority')
    expect(sort.map(({ key, descending }) => [key, descending])).toEqual([
      ['score', true],
      ['due', false],
      ['priority', false],
    ])
  })
})

describe('what is wrong, and where', () => {
  it.each([
    ['a "b c', 'unclosed-quote', '"b c', '"b c"'],
    ['a "', 'unclosed-quote', '"', undefined],
    ['(a (b)', 'unclosed-group', '(', undefined],
    ['subject:(a', 'unclosed-group', '(', undefined],
    ['a) b', 'unopened-group', ')', '\\)'],
    ['a ( ) b', 'empty-group', '( )', undefined],
    ['subject:()', 'empty-group', '()', undefined],
    ['OR a', 'dangling-operator', 'OR', '"OR"'],
    ['a OR', 'dangling-operator', 'OR', '"OR"'],
    ['a OR OR b', 'dangling-operator', 'OR', '"OR"'],
    ['(a AND) b', 'dangling-operator', 'AND', '"AND"'],
    ['AND a', 'dangling-operator', 'AND', '"AND"'],
    ['a AND OR b', 'dangling-operator', 'AND', '"AND"'],
    ['a AND AND b', 'dangling-operator', 'AND', '"AND"'],
    ['a NOT', 'dangling-operator', 'NOT', '"NOT"'],
    ['NOT AND a', 'dangling-operator', 'NOT', '"NOT"'],
    ['a form:joel', 'unknown-field', 'form:', 'from:'],
    ['sub:x', 'unknown-field', 'sub:', 'subject:'],
    ['a foo:bar*', 'unknown-field', 'foo:bar*', '"foo:bar"*'],
    ['C:\\a', 'unknown-field', 'C:\\a', '"C:\\\\a"'],
    ['foo:"a b"', 'unknown-field', 'foo:', undefined],
    ['from:', 'bad-value', 'from:', undefined],
    ['from: joel', 'bad-value', 'from: ', 'from:'],
    ['from:""', 'bad-value', '""', undefined],
    ['subject:(from:a)', 'bad-value', 'from:', undefined],
    ['is:unred', 'bad-value', 'unred', 'unread'],
    ['is:constructor', 'bad-value', 'constructor', undefined],
    ['label:a,,b', 'bad-value', ',', undefined],
    ['date:yesteday', 'bad-value', 'yesteday', 'yesterday'],
    ['date:2026-02-30', 'bad-value', '2026-02-30', undefined],
    ['date:2019-03..2019-01', 'bad-value', '2019-03..2019-01', '2019-01..2019-03'],
    ['date:..', 'bad-value', '..', undefined],
    ['date:99999y', 'bad-value', '99999y', undefined],
    ['before:>2026', 'bad-value', '>2026', undefined],
    ['estimate:<30', 'bad-value', '<30', '<30m'],
    ['priority:hihg', 'bad-value', 'hihg', 'high'],
    ['priority:constructor', 'bad-value', 'constructor', undefined],
    ['size:1X', 'bad-value', '1X', undefined],
    ['private:maybe', 'bad-value', 'maybe', undefined],
    ['sort:-scor', 'bad-value', '-scor', '-score'],
    ['(a sort:date)', 'misplaced-sort', 'sort:', undefined],
    ['-sort:date', 'misplaced-sort', 'sort:', undefined],
  ])('%s', (text, code, marked, suggestion) => {
    const error = errorOf(text)
    expect(error.code).toBe(code)
    expect(text.slice(error.position, error.position + error.length)).toBe(marked)
    expect(error.suggestion).toBe(suggestion)
    expect(error.message.length).toBeLessThan(160)
  })

  it('points at the OR that lacks a side', () => {
    expect(errorOf('a OR b OR').position).toBe(7)
    expect(errorOf('a OR OR b').position).toBe(2)
  })

  it('refuses what is longer than 1,000 characters', () => {
    expect(parseQuery('a'.repeat(1000), sampleOptions).ok).toBe(true)
    expect(errorOf('a'.repeat(1003))).toMatchObject({ code: 'query-too-long', position: 1000, length: 3 })
  })

  it('refuses what nests deeper than 32', () => {
    expect(outline(read('('.repeat(32) + 'a' + ')'.repeat(32)).where)).toBe('a')
    expect(errorOf('('.repeat(1000))).toMatchObject({ code: 'query-too-deep', position: 32 })
    expect(errorOf('NOT '.repeat(33) + 'a')).toMatchObject({ code: 'query-too-deep', position: 128 })
    expect(errorOf('subject:' + '(-'.repeat(40))).toMatchObject({ code: 'query-too-deep' })
  })

  it('knows no order where the table has none', () => {
    expect(parseQuery('sort:date', { ...sampleOptions, fields: {} })).toMatchObject({
      ok: false,
      error: { code: 'unknown-field' },
    })
  })

  it('refuses a faulty table at once', () => {
    const fields = { before: { kind: 'shortcut', of: 'date', op: '<' } } as const
    expect(() => parseQuery('before:2026', { ...sampleOptions, fields })).toThrow('stands for no field')
  })
})
