import { describe, expect, it } from 'vitest'
import { parseStructured } from './parameters.ts'

const filename = (source: string): string | undefined =>
  parseStructured(`attachment; ${source}`).parameters.get('filename')

describe('structured fields', () => {
  it('have a value in lower case and parameters', () => {
    const { value, parameters } = parseStructured(
      'Text/Plain (a comment); Charset=us-ascii (Plain text) ; Format="flowed"',
    )
    expect(value).toBe('text/plain')
    expect([...parameters]).toEqual([
      ['charset', 'us-ascii'],
      ['format', 'flowed'],
    ])
  })

  it('take the first of two parameters of one name', () => {
    expect(parseStructured('multipart/mixed; boundary=a; boundary=b').parameters.get('boundary')).toBe('a')
  })

  it('pass over parameters without a value', () => {
    expect(parseStructured('multipart/mixed; flag;; boundary="a b";').parameters.get('boundary')).toBe('a b')
  })

  it.each([
    ['filename="a;b.txt"', 'a;b.txt'],
    ['filename="a\\"b.txt"', 'a"b.txt'],
    ['filename=C:\\temp\\a.txt', 'C:\\temp\\a.txt'],
    ['filename=two words.txt', 'two words.txt'],
    ['filename=report (1).pdf', 'report (1).pdf'],
    ['filename="open', 'open'],
    ['filename="a.txt" junk; size=1', 'a.txt'],
    ["filename*=utf-8'de'Gr%C3%BC%C3%9Fe.txt", 'Grüße.txt'],
    ["filename*=iso-8859-1''Gr%FC%DFe.txt", 'Grüße.txt'],
    ["filename*=''Gr%C3%BC%C3%9Fe.txt", 'Grüße.txt'],
    ['filename*=Gr%C3%BC%C3%9Fe.txt', 'Grüße.txt'],
    ['filename*0="one "; filename*1="two.txt"', 'one two.txt'],
    ['filename*1=b.txt; filename*0=a', 'ab.txt'],
    ["filename*0*=utf-8''Gr%C3; filename*1*=%BC%C3%9Fe; filename*2=.txt", 'Grüße.txt'],
    // Sections without a star are not decoded (RFC 2231 section 4.1).
    ["filename*0*=utf-8''a; filename*1=%41.txt", 'a%41.txt'],
    ["filename=plain.txt; filename*=utf-8''better.txt", 'better.txt'],
    ["filename*=utf-8''50%.txt", '50%.txt'],
  ])('%s', (source, name) => expect(filename(source)).toBe(name))
})
