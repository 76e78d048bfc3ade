import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { parseMessage } from './parse-message.ts'

// Times are generous: what is not linear takes minutes, not seconds.
describe('a message made to harm', { timeout: 20_000 }, () => {
  const multipart = 'Content-Type: multipart/mixed; boundary=b\n\n'

  it('with a header of 100 MB keeps what came first, and its body', () => {
    const source = Buffer.concat([
      Buffer.from('Subject: first\nX-Long: '),
      Buffer.alloc(100_000_000, 'a'),
      Buffer.from('\nX-Last: x\n\nbody'),
    ])
    expect(parseMessage(source)).toMatchObject({ subject: 'first', text: 'body', defects: ['header-too-large'] })
  })

  it('with a million folded lines keeps its body', () => {
    const source = Buffer.concat([
      Buffer.from('References:'),
      Buffer.alloc(7_000_000, '\n <a@b>'),
      Buffer.from('\n\nbody'),
    ])
    expect(parseMessage(source)).toMatchObject({ references: ['a@b'], text: 'body', defects: ['header-too-large'] })
  })

  it('with 100,000 parts keeps the rest as one attachment', () => {
    const source = `${multipart}${'--b\n\nx\n'.repeat(100_000)}--b--\n`
    const message = parseMessage(Buffer.from(source))
    expect(message.defects).toEqual(['parts-too-many'])
    expect(message.text.startsWith('x\nx\n')).toBe(true)
    expect(message.attachments).toMatchObject([{ contentType: 'application/octet-stream' }])
  })

  it('nested ten thousand multiparts deep keeps the inside as an attachment', () => {
    let source = ''
    for (let i = 0; i < 10_000; i++) source += `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`
    const message = parseMessage(Buffer.from(`${source}\nhello`))
    expect(message.defects).toEqual(['nesting-too-deep', 'unterminated-multipart'])
    expect(message.attachments).toHaveLength(1)
  })

  it('nested ten thousand messages deep is read to a depth', () => {
    for (const inline of ['', 'Content-Disposition: inline\n']) {
      const message = parseMessage(
        Buffer.from(`${`Content-Type: message/rfc822\n${inline}\n`.repeat(10_000)}Subject: x\n\nhello`),
      )
      expect(message.defects).toEqual(['nesting-too-deep'])
      expect(message.attachments).toHaveLength(1)
    }
  })

  it.each([
    ['parameters', `Content-Type: text/plain${'; a=b'.repeat(300_000)}\n\nx`],
    [
      'continuations',
      `Content-Type: text/plain${Array.from({ length: 100_000 }, (_, i) => `; n*${i}*=%41`).join('')}\n\nx`,
    ],
    [
      'comments',
      `To: ${'('.repeat(400_000)}\nCc: ${'a@b(x)'.repeat(50_000)}\nContent-Type: ${'('.repeat(400_000)}\nDate: ${'('.repeat(400_000)}\n\nx`,
    ],
    ['encoded words', `Subject: ${'=?utf-8?Q?a?= '.repeat(100_000)}\n\nx`],
    ['encoded words that are none', `Subject: ${'=?'.repeat(900_000)}\n\nx`],
    ['addresses', `To: ${'a@b.c, '.repeat(200_000)}\n\nx`],
    [
      'spaces',
      `To: a${' '.repeat(400_000)}@b\nCc: <a${' '.repeat(400_000)}b>\nContent-Type: x; boundary="${' '.repeat(400_000)}x"\n\nx`,
    ],
    ['groups', `To: ${'a:'.repeat(200_000)}\n\nx`],
    [
      'brackets',
      `List-Id: ${'<'.repeat(400_000)}\nList-Unsubscribe: ${'<'.repeat(400_000)}\nReferences: ${'<'.repeat(400_000)}\n\nx`,
    ],
    ['base64 line ends', `Content-Transfer-Encoding: base64\n\n${'\n'.repeat(5_000_000)}!`],
    ['base64 padding', `Content-Transfer-Encoding: base64\n\n${'YQ=='.repeat(500_000)}`],
    ['equals signs', `Content-Transfer-Encoding: quoted-printable\n\n${`=${' '.repeat(2_000)}`.repeat(2_000)}`],
    ['tags', `Content-Type: text/html\n\n${'<div>'.repeat(500_000)}`],
    [
      'half tags',
      `Content-Type: text/html\n\n${'<'.repeat(1_000_000)}${'<meta '.repeat(100_000)}${'<!--'.repeat(100_000)}`,
    ],
    ['flowed lines', `Content-Type: text/plain; format=flowed\n\n${'a \n'.repeat(1_000_000)}`],
    ['dashes', `${multipart}--b\n\n${'--\n'.repeat(3_000_000)}`],
    ['boundaries to guess', `Content-Type: multipart/mixed\n\n${'--aaaa\n'.repeat(1_000_000)}`],
  ])('of nothing but %s is read in linear time', (_, source) => {
    const started = performance.now()
    const message = parseMessage(Buffer.from(source))
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(message.defects).not.toContain('unreadable')
  })

  it('of random bytes is read', () => {
    let state = 1
    const bytes = Buffer.alloc(200_000)
    for (let i = 0; i < bytes.length; i++) bytes[i] = (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16
    for (let i = 0; i < 200; i++)
      expect(parseMessage(bytes.subarray(i * 1_000, i * 1_000 + 1_000)).defects).not.toContain('unreadable')
  })
})
