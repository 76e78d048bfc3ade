import { gzipSync, zstdCompressSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { identities, inChunks, rawSources, readAll, sources, toMboxrd, toTar } from './archive-fixtures.ts'

const text = (value: string): Buffer => Buffer.from(value, 'latin1')
const one = text('From: a@example.test\nSubject: one\n\nFrom now on\r\nbare \r stays \xff\x00\n')
const two = text('From: b@example.test\nSubject: two\n\n>From quoted\n')
const canonicalOne = 'From: a@example.test\r\nSubject: one\r\n\r\nFrom now on\r\nbare \r stays \xff\x00\r\n'

describe('an archive', () => {
  it('gives a message the same identity wherever it lies', async () => {
    const tar = await toTar({ 'Maildir/cur/1.h:2,S': one, 'Maildir/new/2.h': two })
    const places = [
      toMboxrd([one, two]),
      gzipSync(toMboxrd([one, two])),
      Buffer.concat([gzipSync(toMboxrd([one])), gzipSync(toMboxrd([two]))]),
      tar,
      gzipSync(tar),
      await toTar({ 'a/1.eml': one, 'a/2.eml': two }),
      await toTar({ 'cur/1': gzipSync(one), 'cur/2': gzipSync(two) }),
      await toTar({ 'Takeout/All mail.mbox': toMboxrd([one, two]) }),
    ]
    const [known] = places
    const expected = identities((await readAll(known ?? one)).items)
    for (const place of places) expect(identities((await readAll(place)).items)).toEqual(expected)
    expect(identities((await readAll(one)).items)).toEqual(expected.slice(0, 1))
    expect(sources((await readAll(gzipSync(one))).items)).toEqual([canonicalOne])
  })

  it('keeps the bytes as they were received, and only takes off what an mbox writer quoted', async () => {
    const raw = one.toString('latin1')
    expect(rawSources((await readAll(one)).items)).toEqual([raw])
    expect(rawSources((await readAll(await toTar({ 'cur/1': one }))).items)).toEqual([raw])
    const mbox = text('From a@example.test Thu Jan  1 00:00:00 1970\nSubject: x\r\n\nmixed\r\n>From me\n\n')
    expect(rawSources((await readAll(mbox)).items)).toEqual(['Subject: x\r\n\nmixed\r\nFrom me\n'])
  })

  it('gives the same items however the stream is cut', async () => {
    const tar = await toTar({ 'cur/1:2,': one, [`cur/${'long'.repeat(40)}:2,F`]: two, 'x.mbox': toMboxrd([one, two]) })
    const whole = await readAll(tar)
    expect(whole.items).toHaveLength(4)
    for (const sizes of [[1], [511], [512, 3], [4096]]) expect(await readAll(tar, { sizes })).toEqual(whole)
    expect(await readAll(gzipSync(tar), { sizes: [13] })).toEqual(whole)
  })

  it('reads flags, folders and times of a Maildir and passes over its records', async () => {
    const tar = await toTar({
      './cur/1.h:2,FRS': one,
      './cur/2.h!2,T': one,
      './cur/3.h;2,D': one,
      './.Work.Old &- &ZeVnLIqe-/cur/4': one,
      'Maildir/Lists/Dev/new/5': one,
      './tmp/6': one,
      './dovecot-uidlist': text('3 V1'),
      './.Work/maildirfolder': text(''),
    })
    const { items } = await readAll(tar)
    const set = items.map(({ flags }) =>
      Object.entries(flags)
        .flatMap(([name, on]) => (on ? [name] : []))
        .join(),
    )
    expect(set).toEqual(['seen,flagged,answered', 'trashed', 'draft', '', ''])
    expect(items.map(({ mailbox }) => mailbox)).toEqual([null, null, null, 'Work/Old & 日本語', 'Lists/Dev'])
    expect(items[0]?.receivedAt).toBe(1_700_000_000_000)
  })

  it('resumes behind any item of a tar', async () => {
    const tar = await toTar({ 'cur/1': one, 'a.mbox': toMboxrd([one, two]), 'cur/2': two })
    const { items } = await readAll(tar)
    expect(items).toHaveLength(4)
    for (const { index, offset } of items) {
      expect((await readAll(tar, { skip: offset })).items).toEqual(items.slice(index + 1))
    }
  })

  it('marks what is no mail, empty or too large in a tar and goes on', async () => {
    const tar = await toTar({
      'a.jpg': Buffer.alloc(900, 7),
      'b.eml': text(''),
      'c.eml': Buffer.alloc(9000, 65),
      'd.eml': one,
    })
    const { items } = await readAll(tar, { limits: { messageBytes: 5000 } })
    expect(items.map(({ failure }) => failure?.code)).toEqual([
      'not-mail',
      'message-empty',
      'message-too-large',
      undefined,
    ])
  })
})

describe('a broken archive', () => {
  const messages = Array.from({ length: 50 }, (_, n) => {
    const noise = Array.from({ length: 400 }, (_unused, i) => ((i * 7919 + n * 104_729) % 9973).toString(36)).join('')
    return text(`Subject: ${n}\r\n\r\n${noise}\r\n`)
  })

  it('yields every whole message of a truncated gzip first', async () => {
    const zipped = gzipSync(toMboxrd(messages))
    const { items, error } = await readAll(zipped.subarray(0, Math.floor(zipped.length / 2)), { sizes: [100] })
    expect(error).toBe('archive-truncated')
    expect(items.length).toBeGreaterThan(10)
    expect(sources(items)).toEqual(messages.slice(0, items.length).map((message) => message.toString('latin1')))
  })

  it('tells damage inside a gzip', async () => {
    const zipped = gzipSync(toMboxrd(messages))
    zipped[zipped.length - 5] = (zipped[zipped.length - 5] ?? 0) ^ 0xff
    expect((await readAll(zipped)).error).toBe('archive-corrupt')
    expect((await readAll(Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(100, 3)]))).error).toBe(
      'archive-corrupt',
    )
  })

  it('tells a truncated and a damaged tar after its whole messages', async () => {
    const tar = await toTar({ 'cur/1': one, 'cur/2': two, 'cur/3': one })
    const cut = await readAll(tar.subarray(0, 1024 + 512 + 10))
    expect([cut.items.length, cut.error]).toEqual([1, 'archive-truncated'])
    const damaged = Buffer.from(tar)
    damaged.fill(0x41, 1024, 1100)
    const read = await readAll(damaged)
    expect([read.items.length, read.error]).toEqual([1, 'archive-corrupt'])
  })

  it('refuses a zip bomb, by ratio and by total', async () => {
    const bomb = gzipSync(Buffer.concat([text('From a Mon May  2 16:07:05 2005\n'), Buffer.alloc(40_000_000, 0x61)]))
    const byRatio = await readAll(bomb, { limits: { ratioFloor: 2 ** 20 } })
    expect(byRatio.error).toBe('archive-too-large')
    const byTotal = await readAll(gzipSync(toMboxrd(messages)), { limits: { totalBytes: 20_000 } })
    expect(byTotal.error).toBe('archive-too-large')
  })

  it('reads a header of 100 MB as one message too large, without keeping it', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      const chunk = Buffer.alloc(65_536, 0x61)
      yield text('Subject: ')
      for (let n = 0; n < 1600; n++) yield chunk
    }
    const before = process.memoryUsage().rss
    const { items, error } = await readAll(endless(), { limits: { messageBytes: 2 ** 20 } })
    expect([items.map(({ failure }) => failure?.code), error]).toEqual([['message-too-large'], null])
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20)
  })

  it('names what it cannot read', async () => {
    const cases: [Buffer, string][] = [
      [text(''), 'archive-empty'],
      [gzipSync(text('')), 'archive-empty'],
      [text('PK\x03\x04rest'), 'archive-unsupported'],
      [zstdCompressSync(one), 'archive-unsupported'],
      [gzipSync(gzipSync(one)), 'archive-unsupported'],
      [text('hello world, this is a note: nothing more\n'), 'not-mail'],
      [text('title: a YAML file\nitems: 3\n'), 'not-mail'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]), 'not-mail'],
      [await toTar({ 'tmp/1': one }), 'archive-empty'],
    ]
    for (const [bytes, code] of cases) expect((await readAll(bytes)).error).toBe(code)
  })

  it('takes text without any header as a message only where the name says so', async () => {
    const note = text('Send me the list\n')
    expect((await readAll(note, { name: 'note.eml' })).items).toHaveLength(1)
    expect((await readAll(note, { name: 'note.txt' })).error).toBe('not-mail')
  })

  it('passes on the error of a stream that breaks, and ends one that is left', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield gzipSync(toMboxrd(messages)).subarray(0, 2000)
      throw new Error('The upload broke')
    }
    await expect(readAll(broken())).rejects.toThrow('The upload broke')

    let closed = false
    async function* watched(): AsyncGenerator<Uint8Array> {
      try {
        yield* inChunks(gzipSync(toMboxrd(messages)), [500])
      } finally {
        closed = true
      }
    }
    const { readArchive } = await import('./read-archive.ts')
    for await (const item of readArchive(watched(), { name: '' })) if (item.index === 0) break
    expect(closed).toBe(true)
  })
})
