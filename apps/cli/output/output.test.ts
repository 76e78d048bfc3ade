import { describe, expect, it } from 'vitest'
import { cellText } from './cell-text.ts'
import { fieldLines } from './field-lines.ts'
import { cutToWidth, plainLine, textWidth } from './plain-text.ts'
import { tableLines } from './table-lines.ts'

describe('text from strangers', () => {
  it('cannot steer the terminal', () => {
    expect(plainLine('\u001B]0;evil\u0007Hello\n\u202Eworld\u009B31m')).toBe(']0;evilHello world31m')
  })

  it('is measured in columns', () => {
    expect(textWidth('日本e\u0301👍')).toBe(7)
    expect(cutToWidth('日本語テキスト', 6)).toBe('日本…')
    expect(cutToWidth('short', 6)).toBe('short')
  })
})

describe('values', () => {
  it('are shown as people read them', () => {
    expect(cellText({ name: 'Ada', address: 'ada@example.test' })).toBe('Ada <ada@example.test>')
    expect(cellText([{ name: '', address: 'a@b.c' }, 'x'])).toBe('a@b.c, x')
    expect(cellText(true)).toBe('yes')
    expect(cellText('2026-11-21T09:30:15.000Z')).toMatch(/^2026-11-2\d \d\d:\d\d$/)
  })
})

describe('a record', () => {
  it('stands in aligned fields, with long text below', () => {
    expect(fieldLines({ id: '1', title: 'Milk', notes: 'a\nb', due: null, tags: [] })).toEqual([
      'id     1',
      'title  Milk',
      'notes',
      '  a',
      '  b',
      'tags   none',
    ])
  })
})

describe('a table', () => {
  const items = [
    {
      id: '01933b6e-8f00-7000-8000-000000000001',
      rev: 3,
      title: 'A very long title '.repeat(10),
      done: false,
      empty: null,
    },
    { id: '01933b6e-8f00-7000-8000-000000000002', rev: 1, title: '\u0002Short\u0003', done: true, empty: null },
  ]

  it('leaves out what is empty everywhere, and fits the terminal', () => {
    const lines = tableLines(items, { width: 80, marks: false })
    expect(lines[0]).toMatch(/^id {34} {2}title +done$/)
    expect(lines[2]).toContain('Short')
    expect(lines.every((line) => line.length <= 80)).toBe(true)
  })

  it('keeps ids whole', () => {
    const lines = tableLines(items, { width: 40, marks: false })
    expect(lines[1]).toContain('01933b6e-8f00-7000-8000-000000000001')
  })
})
