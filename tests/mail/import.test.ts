import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { getJob } from '#kernel/builtin/contract.ts'
import {
  getImport,
  getMailbox,
  importMail,
  listImports,
  listLabels,
  listMessages,
  resumeImport,
  undoImport,
} from '#modules/mail/contract.ts'
import { toTar } from '#modules/mail/server/archive/archive-fixtures.ts'
import {
  allMessages,
  codeOf,
  importBytes,
  messageCalled,
  neighbour,
  openMailApp,
  stranger,
  unknownId,
  upload,
} from './mail-app.ts'
import { mailText, mbox } from './write-mail.ts'

const three = ['one', 'two', 'three'].map((subject, n) =>
  mailText({ subject, id: `m${n}`, body: `Text of ${subject}.` }),
)

describe('an import', () => {
  it('stores what an archive holds, once', async () => {
    await using app = await openMailApp()
    await app.takeEvents()
    const first = await importBytes(app, mbox(three))
    expect(first).toMatchObject({
      state: 'done',
      seen: 3,
      stored: 3,
      duplicates: 0,
      failed: [],
      failures: 0,
      indexed: 3,
      problem: null,
    })
    expect(first.bytes.done).toBe(first.bytes.total)
    expect((await app.takeEvents()).filter((type) => type.startsWith('mail.'))).toEqual([
      ...['mail.import-changed', 'mail.message-added', 'mail.message-added', 'mail.message-added'],
      ...['mail.import-changed', 'mail.import-changed'],
    ])
    expect(await importBytes(app, mbox(three))).toMatchObject({ seen: 3, stored: 0, duplicates: 3 })
    expect(await allMessages(app)).toHaveLength(3)
  })

  it('answers its counts as the result of its job', async () => {
    await using app = await openMailApp()
    const { job, import: id } = await app.call(importMail, { uploadId: await upload(app, mbox(three)) })
    await app.settle()
    expect(await app.call(getJob, { id: job })).toMatchObject({
      state: 'done',
      progress: { done: 3, total: 3, unit: 'indexed' },
      result: { seen: 3, stored: 3, duplicates: 0, failed: [] },
    })
    expect((await app.call(getImport, { id })).job).toBe(job)
  })

  it('knows a message again in another format', async () => {
    await using app = await openMailApp()
    await importBytes(app, mbox([three[0]!]))
    expect(await importBytes(app, three[0]!, { name: 'one.eml' })).toMatchObject({ seen: 1, stored: 0, duplicates: 1 })
    const crlf = three[0]!.replaceAll('\n', '\r\n')
    expect(await importBytes(app, gzipSync(Buffer.from(crlf)), { name: 'one.eml.gz' })).toMatchObject({
      stored: 0,
      duplicates: 1,
    })
    const tar = await toTar({ 'Maildir/cur/1:2,S': Buffer.from(crlf) })
    expect(await importBytes(app, gzipSync(tar), { name: 'mail.tar.gz' })).toMatchObject({ stored: 0, duplicates: 1 })
  })

  it('counts a message that an archive holds twice as a duplicate, and keeps twins of a Message-ID', async () => {
    await using app = await openMailApp()
    const twin = mailText({ subject: 'twin', id: 'm0' })
    expect(await importBytes(app, mbox([three[0]!, three[0]!, twin]))).toMatchObject({
      seen: 3,
      stored: 2,
      duplicates: 1,
    })
  })

  it('takes flags and folders of a Maildir over, and leaves mail without flags unread', async () => {
    await using app = await openMailApp()
    const mail = (subject: string) => Buffer.from(mailText({ subject }))
    const tar = await toTar({
      'Maildir/cur/1:2,S': mail('read'),
      'Maildir/cur/2:2,F': mail('starred'),
      'Maildir/cur/3:2,T': mail('trashed'),
      'Maildir/.Work.Old/new/4': mail('filed'),
    })
    await importBytes(app, tar, { name: 'mail.tar', label: 'Everything' })
    expect(await messageCalled(app, 'read')).toMatchObject({ seen: true, starred: false, place: 'inbox' })
    expect(await messageCalled(app, 'starred')).toMatchObject({ seen: false, starred: true })
    expect(await messageCalled(app, 'trashed')).toMatchObject({ place: 'trash' })
    const { items: labels } = await app.call(listLabels, {})
    expect(labels.map(({ name, messages }) => [name, messages])).toEqual([
      ['Everything', 4],
      ['Work/Old', 1],
    ])
    expect((await messageCalled(app, 'filed')).labels.toSorted()).toEqual(labels.map(({ id }) => id).toSorted())
    expect((await app.call(getMailbox, {})).items).toEqual([
      { place: 'inbox', messages: 3, unread: 2 },
      { place: 'archive', messages: 0, unread: 0 },
      { place: 'sent', messages: 0, unread: 0 },
      { place: 'drafts', messages: 0, unread: 0 },
      { place: 'junk', messages: 0, unread: 0 },
      { place: 'trash', messages: 1, unread: 1 },
    ])
  })

  it('gives one label where folder and import are called alike, and cuts names of any length', async () => {
    await using app = await openMailApp()
    const long = 'x'.repeat(90)
    const tar = await toTar({
      'Maildir/.work/cur/1': Buffer.from(mailText({ subject: 'a' })),
      [`Maildir/.${long}.${long}/cur/2`]: Buffer.from(mailText({ subject: 'b' })),
    })
    await importBytes(app, tar, { label: 'Work' })
    const { items } = await app.call(listLabels, {})
    expect(items.map(({ name, messages }) => [name, messages])).toEqual([
      ['Work', 2],
      [`${long}/${long}`.slice(0, 100), 1],
    ])
  })

  it('says of each item that cannot be had why, and goes on', async () => {
    await using app = await openMailApp()
    const tar = await toTar({
      'a.jpg': Buffer.alloc(900, 7),
      'cur/1': Buffer.from(three[0]!),
      'b.eml': Buffer.alloc(0),
      'cur/2': Buffer.from(three[1]!),
    })
    const done = await importBytes(app, tar)
    expect(done).toMatchObject({ state: 'done', seen: 4, stored: 2, failures: 2 })
    expect(done.failed.map(({ index, code }) => [index, code])).toEqual([
      [0, 'not-mail'],
      [2, 'message-empty'],
    ])
    for (const { reason } of done.failed) expect(reason).not.toBe('')
  })

  it('keeps the whole messages of an archive that breaks off, and says so once', async () => {
    await using app = await openMailApp()
    const messages = Array.from({ length: 60 }, (_, n) =>
      mailText({
        subject: `${n}`,
        body: Array.from({ length: 99 }, (_unused, i) => ((i * 7919 + n * 104_729) % 9973).toString(36)).join(''),
      }),
    )
    const zipped = gzipSync(mbox(messages))
    const done = await importBytes(app, zipped.subarray(0, zipped.length * 0.7), { name: 'mail.mbox.gz' })
    expect(done).toMatchObject({ state: 'done', failures: 1 })
    expect(done.failed).toMatchObject([{ code: 'archive-truncated', index: done.stored }])
    expect(done.stored).toBeGreaterThan(20)
    expect(done.seen).toBe(done.stored + 1)
  })

  it.each([
    ['nothing', '', 'archive-empty'],
    ['no mail', '\x00\x01\x02'.repeat(99), 'not-mail'],
    ['a zip', 'PK\x03\x04'.padEnd(400, '\x00'), 'archive-unsupported'],
    ['a broken gzip', '\x1f\x8b'.padEnd(102, '\x03'), 'archive-corrupt'],
  ])('fails at %s with a declared reason', async (_, bytes, code) => {
    await using app = await openMailApp()
    const failed = await importBytes(app, bytes, { name: 'upload' })
    expect(failed).toMatchObject({ state: 'failed', seen: 0, stored: 0, problem: { code } })
    expect(failed.problem!.detail).not.toBe('')
    expect(await app.call(getJob, { id: failed.job! })).toMatchObject({
      state: 'failed',
      attempt: 1,
      problem: { code },
    })
  })

  it('refuses a zip bomb', async () => {
    await using app = await openMailApp()
    const bomb = gzipSync(
      Buffer.concat([Buffer.from('From a Mon May  2 16:07:05 2005\n'), Buffer.alloc(200_000_000, 0x61)]),
    )
    const failed = await importBytes(app, bomb, { name: 'bomb.mbox.gz' })
    expect(failed).toMatchObject({ stored: 0 })
    expect([failed.problem?.code, ...failed.failed.map(({ code }) => code)]).toContain('archive-too-large')
  }, 60_000)

  it('removes its upload at the end, and refuses one that is gone or another’s', async () => {
    await using app = await openMailApp()
    const uploadId = await upload(app, mbox(three))
    const uploads = join(app.dataFolder, 'uploads')
    expect(await readdir(uploads)).toEqual([uploadId])
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(importMail, { uploadId }))).toBe('upload-not-found')
    }
    expect(codeOf(await app.as(app.owner).call(importMail, { uploadId: unknownId }))).toBe('upload-not-found')
    await app.call(importMail, { uploadId })
    await app.settle()
    expect(await readdir(uploads)).toEqual([])
    const { import: again } = await app.call(importMail, { uploadId })
    await app.settle()
    expect(await app.call(getImport, { id: again })).toMatchObject({
      state: 'failed',
      problem: { code: 'upload-not-found' },
    })
  })

  it('is listed newest first, page by page', async () => {
    await using app = await openMailApp()
    for (const name of ['a.mbox', 'b.mbox', 'c.mbox']) await importBytes(app, mbox(three), { name })
    const first = await app.call(listImports, { limit: 2 })
    expect(first.items.map(({ name }) => name)).toEqual(['c.mbox', 'b.mbox'])
    const second = await app.call(listImports, { limit: 2, cursor: first.next! })
    expect([second.items.map(({ name }) => name), second.next]).toEqual([['a.mbox'], null])
  })

  it('belongs to whoever began it', async () => {
    await using app = await openMailApp()
    const { id } = await importBytes(app, mbox(three))
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(getImport, { id }))).toBe('import-not-found')
      expect(codeOf(await app.as(actor).call(resumeImport, { id }))).toBe('import-not-found')
      expect(codeOf(await app.as(actor).call(undoImport, { id }))).toBe('import-not-found')
      expect(await app.as(actor).call(listImports, {})).toEqual({ items: [], next: null })
      expect(await app.as(actor).call(listMessages, { importId: id })).toEqual({ items: [], next: null })
    }
  })
})
