import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readAll, sources, toMboxrd } from './archive-fixtures.ts'

const text = (value: string): Buffer => Buffer.from(value, 'latin1')
const envelope = 'From bob@example.test Mon May  2 16:07:05 2005'

describe('an mbox', () => {
  it('gives back the messages it was made of, however the stream is cut', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '',
        'From here on',
        envelope,
        `>${envelope}`,
        '>>From x',
        '>From',
        'a\rb',
        'Content-Length: 7',
      ),
      fc.uint8Array({ maxLength: 30 }).map((bytes) =>
        Buffer.from(bytes)
          .toString('latin1')
          .replace(/[\r\n]/g, ''),
      ),
    )
    const message = fc.array(line, { maxLength: 12 }).map((lines) => `Subject: x\r\n${lines.join('\r\n')}\r\n`)
    const property = fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      async (messages, sizes) => {
        const { items, error } = await readAll(toMboxrd(messages.map(text)), { sizes })
        expect(error).toBeNull()
        expect(sources(items)).toEqual(messages)
      },
    )
    await fc.assert(property, { numRuns: 300 })
  })

  it('splits only at a separator line after an empty line', async () => {
    const mbox = text(
      [
        `${envelope}`,
        'Subject: one',
        '',
        'From the beginning it was clear.',
        '',
        'From where we stood on Monday at 10:30, all was well',
        'no empty line before the next',
        envelope,
        '',
        'From my notes on Mon Jan 5 10:00',
        '',
        envelope,
        'Subject: two',
        '',
        '',
      ].join('\n'),
    )
    const { items } = await readAll(mbox)
    expect(items).toHaveLength(2)
    expect(sources(items)[1]).toBe('Subject: two\r\n')
  })

  it('knows the separators that other writers make', async () => {
    const lines = [
      'From - Tue Mar 04 10:11:12 2003',
      'From 1234567890@xxx Wed Jan 01 00:00:00 +0000 2020',
      'From "a b"@example.test Fri Nov 26 21:40:36 2010 +0100',
      'From joe Thu Feb 22 11:20 2007',
      'From joe Thu Feb 22 11:20:31 PST 2007 remote from there',
      'From joe Mon, 05 Oct 2020 10:00:00 +0200',
      'From ???@??? Mon Jul 01 12:00:00 2002',
      'From joe@example.test',
    ]
    const { items } = await readAll(text(lines.map((line) => `${line}\nSubject: x\n\nbody\n\n`).join('')))
    expect(sources(items)).toEqual(lines.map(() => 'Subject: x\r\n\r\nbody\r\n'))
    expect(items.map(({ receivedAt }) => receivedAt && new Date(receivedAt).toISOString())).toEqual([
      '2003-03-04T10:11:12.000Z',
      '2020-01-01T00:00:00.000Z',
      '2010-11-26T20:40:36.000Z',
      '2007-02-22T11:20:00.000Z',
      '2007-02-22T19:20:31.000Z',
      '2020-10-05T08:00:00.000Z',
      '2002-07-01T12:00:00.000Z',
      null,
    ])
  })

  it('keeps an attached patch whole, and splits a series of patches', async () => {
    const patch = `From ${'fc88cba7'.repeat(5)} Mon Sep 17 00:00:00 2001\nFrom: a@example.test\n\ndiff\n\n`
    const attached = await readAll(text(`${envelope}\nSubject: x\n\n${patch}`))
    expect(attached.items).toHaveLength(1)
    const series = await readAll(text(patch + patch))
    expect(series.items).toHaveLength(2)
  })

  it('follows Content-Length where another message really lies behind it', async () => {
    const body = `one\n\n${envelope}\n>From is quoted by nobody\n`
    const first = `${envelope}\nContent-Length: ${body.length}\n\n${body}\n`
    const second = `${envelope}\nContent-Length: 99999\n\ntwo\n\n`
    const { items } = await readAll(text(first + second))
    expect(sources(items)).toEqual([
      `Content-Length: ${body.length}\r\n\r\n${body.replaceAll('\n', '\r\n')}`,
      'Content-Length: 99999\r\n\r\ntwo\r\n',
    ])
  })

  it('reads the flags that mbox writers keep', async () => {
    const message = (fields: string): string => `${envelope}\nSubject: x\n${fields}\n\nX-Status: D\n\n`
    const mbox = ['Status: RO', 'Status: O\nX-Status: AF', 'X-Mozilla-Status: 0005'].map(message).join('')
    const { items } = await readAll(text(mbox))
    const none = { seen: false, flagged: false, answered: false, draft: false, trashed: false }
    expect(items.map(({ flags }) => flags)).toEqual([
      { ...none, seen: true },
      { ...none, flagged: true, answered: true },
      { ...none, seen: true, flagged: true },
    ])
  })

  it('keeps one message per separator when the file has CRLF, no last line end or empty messages', async () => {
    const crlf = `${envelope}\r\nSubject: x\r\n\r\nbody\r\n\r\n${envelope}\r\nSubject: y\r\n\r\nend`
    expect(sources((await readAll(text(crlf))).items)).toEqual(['Subject: x\r\n\r\nbody\r\n', 'Subject: y\r\n\r\nend'])
    const empty = await readAll(text(`${envelope}\n\n${envelope}\nSubject: y\n\n`))
    expect(empty.items.map(({ failure }) => failure?.code)).toEqual(['message-empty', undefined])
  })

  it('resumes behind any item', async () => {
    const mbox = toMboxrd(['a', 'b', 'c'].map((name) => text(`Subject: ${name}\r\n\r\nbody\r\n`)))
    const { items } = await readAll(mbox)
    for (const { index, offset } of items) {
      const resumed = await readAll(mbox, { skip: offset, sizes: [7] })
      expect(resumed.items).toEqual(items.slice(index + 1))
    }
    expect(items.at(-1)?.offset).toBe(mbox.length)
  })

  it('leaves out a message over the limit and goes on', async () => {
    const large = Buffer.concat([text(`${envelope}\nX-Long: `), Buffer.alloc(300_000, 0x61), text('\n\nbody\n\n')])
    const mbox = Buffer.concat([large, toMboxrd([text('Subject: small\r\n\r\n')])])
    const { items, error } = await readAll(mbox, { limits: { messageBytes: 10_000 }, sizes: [1000, 37] })
    expect(error).toBeNull()
    expect(items.map(({ failure }) => failure?.code)).toEqual(['message-too-large', undefined])
    expect(sources(items)[1]).toBe('Subject: small\r\n\r\n')
    expect(items[0]?.offset).toBe(large.length)
  })

  it('takes no longer over lines made to look like separators', async () => {
    const teaser = `\n\nFrom ${' '.repeat(400)}${'Mon, '.repeat(100)}`
    const { items } = await readAll(text(`${envelope}\nSubject: x\n${teaser.repeat(20_000)}`))
    expect(items).toHaveLength(1)
  })
})
