import { describe, expect, it } from 'vitest'
import { decodeWords } from './encoded-words.ts'

describe('encoded words (RFC 2047)', () => {
  it.each([
    ['plain text', 'plain text'],
    ['=?utf-8?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?UTF-8?b?R3LDvMOfZQ==?=', 'Grüße'],
    ['=?iso-8859-1?q?a_b=5Fc?=', 'a b_c'],
    // White space between encoded words is not shown, other white space is.
    ['=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
    ['=?utf-8?Q?a?=\r\n =?utf-8?B?Yg==?=', 'ab'],
    ['x =?utf-8?Q?a?= y =?utf-8?Q?b?= z', 'x a y b z'],
    ['(=?utf-8?Q?a?=)', '(a)'],
    ['"=?utf-8?Q?a?="', '"a"'],
    // A character split between two words, by bytes and within a base64 group.
    ['=?utf-8?B?w7w=?= =?utf-8?B?w58=?=', 'üß'],
    ['=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=', 'ü'],
    ['=?utf-8?B?w?= =?utf-8?B?7w=?=', 'ü'],
    // RFC 2231 section 5: a language.
    ['=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?koi8-r?B?0NLJ18XU?=', 'привет'],
    ['=?gb2312?B?xOO6ww==?=', '你好'],
    ['=?iso-2022-jp?B?GyRCJDMkcxsoQg==?=', 'こん'],
    ['=?shift_jis?B?grGC8Q==?=', 'こん'],
    ['=?euc-kr?B?vsiz5w==?=', '안녕'],
    ['=?utf-7?Q?Gr+APwA3w-e?=', 'Grüße'],
    ['=?ISO_8859-1:1987?Q?=E9?=', 'é'],
    // What is broken stays readable.
    ['=?utf-8?Q?open', '=?utf-8?Q?open'],
    ['=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
    ['=?none-such?Q?Gr=FC=DFe?=', 'Grüße'],
    ['=?utf-8?Q?50=% =zz?=', '50=% =zz'],
    ['=?utf-8?Q??=', ''],
    ['=?utf-8?Q?What_now??=', 'What now?'],
    ['=?utf-8?Q?open =?utf-8?Q?b?=', '=?utf-8?Q?open b'],
  ])('%s', (source, text) => expect(decodeWords(source)).toBe(text))
})
