import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { extractPart } from './extract-part.ts'
import { parseMessage } from './parse-message.ts'
import { mail } from './test-mail.ts'

const inner = [
  'Subject: inner',
  'Content-Type: multipart/mixed; boundary=i',
  '',
  '--i',
  'Content-Type: image/png; name=i.png',
  '',
  'PNG',
  '--i--',
]
const source = mail(
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: application/octet-stream; name="a.bin"',
  'Content-Transfer-Encoding: base64',
  '',
  'AAEC',
  '--b',
  'Content-Type: message/rfc822',
  'Content-Disposition: inline',
  '',
  ...inner,
  '--b--',
)

it('gives the bytes that the attachment was hashed from, also within an enclosed message', () => {
  const { attachments } = parseMessage(source)
  expect(attachments.map(({ partId }) => partId)).toEqual(['1', '2.1'])
  for (const { partId, sha256, contentType, filename } of attachments) {
    const part = extractPart(source, partId)!
    expect(createHash('sha256').update(part.bytes).digest('hex')).toBe(sha256)
    expect(part).toMatchObject({ contentType, filename })
  }
})

it('gives an enclosed message whole', () => {
  expect(Buffer.from(extractPart(source, '2')!.bytes).toString()).toBe(inner.join('\r\n'))
})

it('knows the one part of a message that is no multipart', () => {
  expect(extractPart(mail('Content-Type: image/x', '', 'abc'), '1')!.bytes).toHaveLength(3)
})

it.each(['3', '1.1', '2.7', '', '0', 'x'])('has nothing for %s', (partId) =>
  expect(extractPart(source, partId)).toBeNull(),
)
