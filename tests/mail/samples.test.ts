import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMessage, type Message } from '#modules/mail/contract.ts'
import { readAll, toTar } from '#modules/mail/server/archive/archive-fixtures.ts'
import { canonicalSource } from '#modules/mail/server/archive/canonical-source.ts'
import { parseMessage } from '#modules/mail/server/mime/parse-message.ts'
import type { TestApp } from '#testing/test-app.ts'
import expectedJson from '../mime/expected.json' with { type: 'json' }
import { fingerprint, type Fingerprint, type Reading } from '../mime/reading.ts'
import { messagesUnder, sampleMail } from '../mime/samples.ts'
import { importBytes, openMailApp, rows } from './mail-app.ts'

const expected = expectedJson as Record<string, Fingerprint>
const mail = sampleMail()
const missing = mail ? '' : ' (not run: the sample mail is not here, DAYBOOK_SAMPLES)'

describe.skipIf(!mail)(`the sample mail in the store${missing}`, () => {
  const paths = mail ? [...messagesUnder(mail, 'mime'), ...messagesUnder(mail, 'threads')] : []
  const sources = new Map(paths.map((path) => [path, readFileSync(join(mail!, path))]))
  const ids = new Map<string, string>()
  let app: TestApp

  beforeAll(async () => {
    app = await openMailApp()
    // As files of a Maildir: each is mail by where it lies, however broken it is.
    const files = Object.fromEntries(
      paths.map((path, n) => [`Maildir/cur/${String(n).padStart(4, '0')}`, sources.get(path)!]),
    )
    const distinct = new Set([...sources.values()].filter(({ length }) => length > 0).map(identity))
    const empty = [...sources.values()].filter(({ length }) => length === 0).length
    const done = await importBytes(app, await toTar(files), { name: 'samples.tar' })
    expect(done).toMatchObject({
      state: 'done',
      seen: paths.length,
      stored: distinct.size,
      duplicates: paths.length - empty - distinct.size,
      failures: empty,
    })

    const byHash = new Map(
      (await rows(app, 'SELECT id, hash FROM mail_message')).map(({ id, hash }) => [String(hash), String(id)]),
    )
    for (const [path, source] of sources) ids.set(path, byHash.get(identity(source))!)
  }, 120_000)

  afterAll(() => app[Symbol.asyncDispose]())

  it('is all there', () => {
    expect(paths.filter((path) => path.startsWith('mime/'))).toHaveLength(209)
    expect([...ids].filter(([, id]) => id === undefined)).toEqual([])
  })

  it('agrees with what was expected of the files themselves', async () => {
    const wrong: Record<string, unknown> = {}
    for (const [path, id] of ids) {
      const read = fingerprint(await readFromStore(app, id))
      for (const [field, wanted] of Object.entries(expected[path]!) as [keyof Fingerprint, string | null][]) {
        // Of several authors the answer names the first; the others are in its headers.
        if (field === 'from' && parseMessage(sources.get(path)!).from.length !== 1) continue
        if (wanted !== null && read[field] !== wanted) wrong[`${path} ${field}`] = { wanted, read: read[field] }
      }
    }
    expect(wrong).toEqual({})
  })

  it('is answered byte for byte as it was received', async () => {
    for (const [path, id] of ids) {
      const response = await app.fetch(`/api/v1/emails/${id}/source`)
      const bytes = Buffer.from(await response.arrayBuffer())
      // Of files that are one message but for their line ends, the first is kept.
      expect(identity(bytes), path).toBe(identity(sources.get(path)!))
    }
  })

  it('is shown as a document, with every attachment to be had', async () => {
    for (const [path, id] of ids) {
      const html = await app.fetch(`/api/v1/emails/${id}/html`)
      expect([html.status, html.headers.get('content-type')], path).toEqual([200, 'text/html; charset=utf-8'])
      expect(await html.text(), path).toMatch(/^<!doctype html>/i)
      const { attachments } = await app.call(getMessage, { id })
      for (const { id: attachmentId, size, sha256 } of attachments) {
        const bytes = Buffer.from(await (await app.fetch(`/api/v1/attachments/${attachmentId}`)).arrayBuffer())
        expect([bytes.length, createHash('sha256').update(bytes).digest('hex')], path).toEqual([size, sha256])
      }
    }
  })

  it('is taken also as the folder it lies in, and each file for itself', async () => {
    await using folder = await openMailApp()
    const files = await toTar(Object.fromEntries([...sources].filter(([, source]) => source.length > 0)))
    const { failed, seen } = await importBytes(folder, files, { name: 'mail.tar' })
    expect([failed, seen]).toEqual([[], [...sources.values()].filter(({ length }) => length > 0).length])

    const refused: string[] = []
    for (const [path, source] of sources) {
      const { items, error } = await readAll(source, { name: path.split('/').at(-1)! })
      if (error !== null || items.length !== 1 || items[0]!.failure) refused.push(path)
    }
    expect(refused).toEqual([])
  })
})

function identity(source: Uint8Array): string {
  return createHash('sha256').update(canonicalSource(source)).digest('hex')
}

/** A message as the API answers it, in the shape that the expectation is of. */
async function readFromStore(app: TestApp, id: string): Promise<Reading> {
  const response = await app.fetch(`/api/v1/emails/${id}`)
  const message = (await response.json()) as Message
  return {
    subject: message.subject,
    from: message.from ? [[message.from.name, message.from.address]] : [],
    to: message.to.map(({ name, address }) => [name, address]),
    date: message.sentAt === null ? null : Math.floor(Date.parse(message.sentAt) / 1000),
    text: message.text,
    attachments: message.attachments.map(({ filename, contentType, size, sha256 }) => [
      filename,
      contentType,
      size,
      sha256,
    ]),
  }
}
