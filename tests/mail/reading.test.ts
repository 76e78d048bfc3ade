import { expect, it } from 'vitest'
import { getMessage, getThread, listMessages, listThreads } from '#modules/mail/contract.ts'
import { toTar } from '#modules/mail/server/archive/archive-fixtures.ts'
import {
  allMessages,
  codeOf,
  importBytes,
  messageCalled,
  neighbour,
  openMailApp,
  rows,
  stranger,
  unknownId,
} from './mail-app.ts'
import { mailText, mailWithParts, mbox } from './write-mail.ts'
import type { TestApp } from '#testing/test-app.ts'

const withFile = mailWithParts({ subject: 'file', headers: ['Cc: Cy <cy@example.test>'] }, [
  'Content-Type: text/plain\n\nSee the file.',
  'Content-Type: application/pdf; name="plan.pdf"\nContent-Disposition: attachment; filename="plan.pdf"\nContent-Transfer-Encoding: base64\n\naGVsbG8=',
])

async function paths(app: TestApp): Promise<string[]> {
  const { id, attachments } = await messageCalled(app, 'file')
  return [
    `/api/v1/emails/${id}`,
    `/api/v1/emails/${id}/html`,
    `/api/v1/emails/${id}/source`,
    `/api/v1/attachments/${attachments[0]!.id}`,
  ]
}

it('opens a message with its text, headers and files', async () => {
  await using app = await openMailApp()
  await importBytes(app, mbox([withFile]))
  const message = await messageCalled(app, 'file')
  expect(message).toMatchObject({
    from: { name: 'Ada', address: 'ada@example.test' },
    to: [{ name: 'Bo', address: 'bo@example.test' }],
    cc: [{ name: 'Cy', address: 'cy@example.test' }],
    text: 'See the file.',
    hasAttachments: true,
    hasHtml: false,
    truncated: false,
    date: '2026-03-02T10:00:00.000Z',
    attachments: [
      {
        filename: 'plan.pdf',
        contentType: 'application/pdf',
        size: 5,
        sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
        inline: false,
      },
    ],
  })
  expect(message.headers.map(({ name }) => name)).toEqual([
    'From',
    'To',
    'Subject',
    'Date',
    'Cc',
    'MIME-Version',
    'Content-Type',
  ])

  const [, html, source, file] = await paths(app)
  expect(await (await app.fetch(html!)).text()).toContain('See the file.')
  expect(await (await app.fetch(source!)).text()).toBe(withFile)
  const response = await app.fetch(file!)
  expect(await response.text()).toBe('hello')
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

it('is not found by anybody else, whatever they ask for', async () => {
  await using app = await openMailApp()
  await importBytes(app, mbox([withFile]))
  const { id, threadId, attachments } = await messageCalled(app, 'file')
  const { kernel } = app.daybook
  for (const actor of [neighbour(app), stranger(app)]) {
    const caller = { actor, surface: 'test', requestId: 'r', address: '' }
    expect(codeOf(await kernel.execute(getMessage, { id }, caller))).toBe('message-not-found')
    expect(codeOf(await kernel.execute(getThread, { id: threadId }, caller))).toBe('thread-not-found')
    expect(await kernel.execute(listMessages, { threadId }, caller)).toEqual({ items: [], next: null })
    expect(await kernel.execute(listThreads, {}, caller)).toEqual({ items: [], next: null })
    for (const [name, input, code] of [
      ['mail.html', { id }, 'message-not-found'],
      ['mail.source', { id }, 'message-not-found'],
      ['mail.attachment', { id: attachments[0]!.id }, 'attachment-not-found'],
    ] as const) {
      const operation = kernel.registry.operations.get(name)!.operation
      expect(codeOf(await kernel.endpoint(operation, input, caller, new Request('http://localhost/')))).toBe(code)
    }
  }
  for (const path of await paths(app)) {
    expect((await app.fetch(path, { anonymous: true })).status, path).toBe(401)
    expect((await app.fetch(path.replace(/[0-9a-f-]{36}/, unknownId))).status, path).toBe(404)
  }
})

it('answers HEAD like GET without the body, and 304 to whoever has it already', async () => {
  await using app = await openMailApp()
  await importBytes(app, mbox([withFile]))
  for (const path of await paths(app)) {
    const get = await app.fetch(path)
    const head = await app.fetch(path, { method: 'HEAD' })
    expect([head.status, await head.text()], path).toEqual([200, ''])
    for (const name of ['content-type', 'etag', 'content-disposition', 'cache-control'])
      expect(head.headers.get(name), `${path} ${name}`).toBe(get.headers.get(name))
    const etag = get.headers.get('etag')
    if (!path.endsWith('/html')) expect(etag, path).not.toBeNull()
    if (!etag) continue
    const again = await app.fetch(path, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text(), again.headers.get('etag')], path).toEqual([304, '', etag])
    expect((await app.fetch(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  }
})

it('keeps a large message as a file and reads it back byte for byte', async () => {
  await using app = await openMailApp()
  const large = mailText({ subject: 'large', body: 'A long line of words. '.repeat(20_000) })
  await importBytes(app, large, { name: 'large.eml' })
  const message = await messageCalled(app, 'large')
  expect(message).toMatchObject({ size: large.length, truncated: false })
  expect(message.headers.map(({ name }) => name)).toEqual(['From', 'To', 'Subject', 'Date'])
  expect(message.text.length).toBeGreaterThan(400_000)
  expect(await rows(app, 'SELECT source, length(blob) AS blob FROM mail_content')).toEqual([{ source: null, blob: 64 }])
  expect(await (await app.fetch(`/api/v1/emails/${message.id}/source`)).text()).toBe(large)
})

it('cuts a text of more than a million characters and says so', async () => {
  await using app = await openMailApp()
  const long = mailText({ subject: 'long', body: 'words and words\n'.repeat(100_000) })
  await importBytes(app, long, { name: 'long.eml' })
  const message = await messageCalled(app, 'long')
  expect([message.truncated, message.text.length]).toEqual([true, 1_000_000])
  expect((await (await app.fetch(`/api/v1/emails/${message.id}/source`)).arrayBuffer()).byteLength).toBe(long.length)
})

it.each([
  ['without a body', 'From: a@example.test\nSubject: bare\n', 'bare', ''],
  ['without a subject', 'From: a@example.test\n\nwords\n', '', 'words'],
  ['without any header', '\nonly words\n', '', 'only words'],
  ['of a header alone that never ends', 'Subject: open', 'open', ''],
])('reads a message %s', async (_, source, subject, text) => {
  await using app = await openMailApp()
  const tar = await toTar({ 'cur/1': Buffer.from(source) })
  expect(await importBytes(app, tar)).toMatchObject({ stored: 1, failures: 0 })
  const message = await messageCalled(app, subject)
  expect(message.text.trim()).toBe(text)
  for (const part of ['html', 'source'])
    expect((await app.fetch(`/api/v1/emails/${message.id}/${part}`)).status).toBe(200)
  expect((await app.call(listThreads, {})).items).toMatchObject([{ subject, messages: 1, unread: 1 }])
})

it('shows the first recipients in lists and all of 10,000 in the message', async () => {
  await using app = await openMailApp()
  const to = Array.from({ length: 10_000 }, (_, n) => `Person ${n} <p${n}@example.test>`)
  await importBytes(app, mailText({ subject: 'all', to: to.join(',\n ') }), { name: 'all.eml' })
  const message = await messageCalled(app, 'all')
  expect(message.to).toHaveLength(10_000)
  expect(message.to.at(-1)).toEqual({ name: 'Person 9999', address: 'p9999@example.test' })
  expect((await allMessages(app))[0]!.to).toEqual(message.to.slice(0, 20))
})

it('keeps and answers NUL bytes, invalid UTF-8 and half characters without harm', async () => {
  await using app = await openMailApp()
  const nasty = '\0\xff\xfe\xed\xa0\x80\x80x'
  const source = mailText({
    subject: `nasty ${nasty}`,
    id: `id${nasty}`,
    references: [`ref${nasty}`],
    from: `${nasty} <a${nasty}@example.test>`,
    to: `"${nasty}" <${nasty}@example.test>`,
    headers: [
      `Cc: ${nasty}`,
      `List-Id: <${nasty}.example.test>`,
      `X-${nasty}: ${nasty}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
    ],
    body: `${nasty}\n--b\nContent-Type: text/plain; charset=utf-16be\n\n\xd8\x00\x00\x41${nasty}\n--b\nContent-Type: text/plain; charset=utf-7\n\n+2AA-\n--b\nContent-Type: image/${nasty}; name="${nasty}.png"\nContent-ID: <${nasty}>\nContent-Disposition: attachment; filename*=utf-8''%ED%A0%80%00${nasty}\n\n${nasty}\n--b--`,
  })
  expect(await importBytes(app, source, { name: 'nasty.eml' })).toMatchObject({ stored: 1, failures: 0 })
  const [summary] = await allMessages(app)
  const message = await app.call(getMessage, { id: summary!.id })
  const { headers: _, ...shown } = message
  expect(JSON.stringify(shown)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
  const asked = await app.fetch(`/api/v1/emails/${message.id}`)
  expect(await asked.json()).toEqual(JSON.parse(JSON.stringify(message)))
  expect(
    Buffer.from(await (await app.fetch(`/api/v1/emails/${message.id}/source`)).arrayBuffer()).toString('latin1'),
  ).toBe(source)
  expect((await app.fetch(`/api/v1/emails/${message.id}/html`)).status).toBe(200)
  for (const { id } of message.attachments) expect((await app.fetch(`/api/v1/attachments/${id}`)).status).toBe(200)
  for (const table of ['message', 'content', 'attachment', 'reference', 'thread_place']) {
    for (const row of await rows(app, `SELECT * FROM mail_${table}`)) {
      for (const value of Object.values(row))
        if (typeof value === 'string')
          expect([value.includes('\0'), value.isWellFormed()], table).toEqual([false, true])
    }
  }
  const again = await importBytes(app, source, { name: 'nasty.eml' })
  expect(again).toMatchObject({ stored: 0, duplicates: 1 })
})

it.each([
  ['a line break', 'a\r\nSet-Cookie: x=1\r\n.pdf'],
  ['quotes and a backslash', 'a"; filename="b\\.exe'],
  ['a turned direction', 'invoice\u202Efdp.exe'],
  ['a path', '../../etc/passwd'],
  ['half a character', `${'x'.repeat(199)}\u{1F600}.png`],
  ['other letters', 'Übersicht 日本.pdf'],
])('sends a file whose name holds %s under a name that harms nobody', async (_, filename) => {
  await using app = await openMailApp()
  const encoded = Buffer.from(filename).reduce((all, byte) => `${all}%${byte.toString(16).padStart(2, '0')}`, '')
  const mail = mailWithParts({ subject: 'file' }, [
    `Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''${encoded}\n\nx`,
  ])
  await importBytes(app, mail, { name: 'file.eml' })
  const { attachments } = await messageCalled(app, 'file')
  const response = await app.fetch(`/api/v1/attachments/${attachments[0]!.id}`)
  const disposition = response.headers.get('content-disposition')!
  expect(response.status).toBe(200)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(disposition).toMatch(/^attachment; filename="[^"\\/\r\n]*"; filename\*=UTF-8''[A-Za-z0-9._~!#$&+^`|%-]*$/)
  const name = decodeURIComponent(disposition.split("''")[1]!)
  // oxlint-disable-next-line no-control-regex -- That is what must not be there.
  expect(name).not.toMatch(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\"]/)
})

it('names the source after the subject, whatever that holds', async () => {
  await using app = await openMailApp()
  await importBytes(app, mailText({ subject: `=?utf-8?Q?A/B:_=0D=0A=22x=22_${'long_'.repeat(60)}?=` }), {
    name: 'x.eml',
  })
  const [message] = await allMessages(app)
  const disposition = (await app.fetch(`/api/v1/emails/${message!.id}/source`)).headers.get('content-disposition')!
  expect(disposition).toMatch(/^attachment; filename="A_B_[^"\\/]*\.eml"; filename\*=UTF-8''A_B_[^"/]*\.eml$/)
})
