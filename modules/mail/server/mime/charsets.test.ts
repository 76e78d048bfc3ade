import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { decodeCharset } from './charsets.ts'

describe('charsets', () => {
  it.each([
    ['utf-8', '\xef\xbb\xbfGr\xc3\xbc', 'Grü'],
    ['UTF8', 'Gr\xc3', 'Gr\ufffd'],
    ['us-ascii', 'Gr\xc3\xbc', 'Grü'],
    ['iso-8859-1', '\x93\xfc\x94', '“ü”'],
    ['iso-8859-15', '\xa4', '€'],
    ['windows-1251', '\xef\xf0\xe8', 'при'],
    ['koi8-r', '\xd0\xd2\xc9', 'при'],
    ['cp850', '\x81', 'ü'],
    ['gb2312', '\xc4\xe3\xba\xc3', '你好'],
    ['gb18030', '\x81\x30\x89\x37', 'Þ'],
    ['big5', '\xa7\x41\xa6\x6e', '你好'],
    ['hz-gb-2312', '~{Dc:C~}~~', '你好~'],
    ['shift_jis', '\x82\xb1\x82\xf1', 'こん'],
    ['cp932', '\x87\x40', '①'],
    ['iso-2022-jp', '\x1b$B$3$s\x1b(B!', 'こん!'],
    ['euc-kr', '\xbe\xc8\xb3\xe7', '안녕'],
    ['ks_c_5601-1987', '\xbe\xc8\xb3\xe7', '안녕'],
    ['iso-2022-kr', '\x1b$)C\x0e>H3g\x0f!', '안녕!'],
    ['utf-7', 'Gr+APwA3w-e +AGE-', 'Grüße a'],
    ['unicode-1-1-utf-7', '+IKw-', '€'],
    ['utf-16', '\xfe\xff\x20\xac', '€'],
    ['utf-16', '\xac\x20', '€'],
    ['iso-8859-8-i', '\xf9', 'ש'],
    ['x-mac-roman', '\x8a', 'ä'],
    ['tis-620', '\xa1', 'ก'],
  ])('%s', (charset, bytes, text) => expect(decodeCharset(Buffer.from(bytes, 'latin1'), charset)).toBe(text))

  it('says so where the name stands for nothing', () => {
    expect(decodeCharset(Buffer.from('x'), 'none-such')).toBeNull()
    expect(decodeCharset(Buffer.from('x'), 'base64')).toBeNull()
  })
})
