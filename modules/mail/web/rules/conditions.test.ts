import { describe, expect, it } from 'vitest'
import { toConditions, toQuery, type Condition } from './conditions.ts'

const line = (subject: Condition['subject'], text = '', negated = false): Condition => ({ subject, negated, text })

describe('the lines of a rule', () => {
  it('are written in the words of search, and read back as the same lines', () => {
    const lines = [
      line('from', 'ada@example.org'),
      line('subject', 'monthly invoice'),
      line('words', 'paid', true),
      line('filename', 'report*'),
      line('attachment'),
      line('larger', '5M'),
    ]
    const query = toQuery({ match: 'all', lines })
    expect(query).toBe('from:ada@example.org subject:"monthly invoice" -paid filename:report* has:attachment size:>5M')
    expect(toConditions(query)).toEqual({ match: 'all', lines })
    const any = toQuery({ match: 'any', lines: lines.slice(0, 2) })
    expect(any).toBe('from:ada@example.org OR subject:"monthly invoice"')
    expect(toConditions(any)).toEqual({ match: 'any', lines: lines.slice(0, 2) })
  })

  it('mean what is typed, also where it looks like a part of a search', () => {
    for (const text of ['re: (draft)', '-minus', 'OR', 'from:ada', 'a "quoted" word', 'back\\slash']) {
      const query = toQuery({ match: 'all', lines: [line('subject', text), line('words', text)] })
      expect(toConditions(query)?.lines.map((found) => found.text)).toEqual(Array(2).fill(text.replace(/ "|" /g, ' ')))
    }
  })

  it('leave out what says nothing', () => {
    expect(toQuery({ match: 'all', lines: [line('from', '  '), line('subject', '"')] })).toBe('')
    expect(toConditions('')).toEqual({ match: 'all', lines: [] })
  })

  it('read what stands under another name', () => {
    expect(toConditions('title:offer cc:ben larger:2M has:files')?.lines).toEqual([
      line('subject', 'offer'),
      line('to', 'ben'),
      line('larger', '2M'),
      line('attachment'),
    ])
  })

  it('are not there for what says more than they can', () => {
    for (const query of [
      'from:ada (subject:a OR subject:b)',
      'size:1M..2M',
      'from:ada sort:date',
      '-(a b)',
      'size:',
      '(',
    ])
      expect(toConditions(query), query).toBeNull()
  })
})
