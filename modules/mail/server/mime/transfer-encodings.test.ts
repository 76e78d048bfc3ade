import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { decodeTransfer, transferEncodingOf, type TransferEncoding } from './transfer-encodings.ts'

const decode = (source: string, encoding: TransferEncoding): string =>
  decodeTransfer(Buffer.from(source, 'latin1'), encoding).bytes.toString('latin1')

describe('transfer encodings', () => {
  it.each([
    ['7bit', 'identity'],
    ['8bits', 'identity'],
    ['7-bit', 'identity'],
    ['', 'identity'],
    ['plain', 'identity'],
    ['BASE64', 'base64'],
    ['(comment) base64', 'base64'],
    ['"base64"', 'base64'],
    ['quoted-printable;', 'quoted-printable'],
    ['quoted printable', 'quoted-printable'],
    ['x-uuencode', 'uuencode'],
    ['text/html', null],
  ])('%s', (value, encoding) => expect(transferEncodingOf(value)).toBe(encoding))

  it.each([
    ['SGVsbG8=', 'Hello'],
    ['SGVs\r\nbG8=\r\n', 'Hello'],
    ['SGVs bG8=', 'Hello'],
    ['SGVsbG8', 'Hello'],
    ['SGVs!bG8=', 'Hello'],
    ['SA==\r\naQ==', 'Hi'],
    ['SGk=\r\n\r\n_____\r\nA list footer, see https://example.test\r\n', 'Hi'],
    ['', ''],
    ['S', ''],
  ])('base64 %j', (source, text) => expect(decode(source, 'base64')).toBe(text))

  it.each([
    ['a=3Db', 'a=b'],
    ['a=\r\nb', 'ab'],
    ['a= \t\r\nb', 'ab'],
    ['a=\nb', 'ab'],
    ['a=', 'a'],
    ['=e9=E9', '\xe9\xe9'],
    ['100% =zz =4', '100% =zz =4'],
    ['a\r\nb', 'a\r\nb'],
  ])('quoted-printable %j', (source, text) => expect(decode(source, 'quoted-printable')).toBe(text))

  it('gives what was not encoded byte by byte', () => {
    expect(decode('a\rb\n\0\xff\r\n', 'identity')).toBe('a\rb\n\0\xff\r\n')
  })
})
