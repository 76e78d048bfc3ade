import { afterEach, beforeEach, expect, it } from 'vitest'
import { createIdentity, getMessage, listMessages } from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { importBytes } from '../mail/mail-app.ts'
import { openSendingApp, post, reply } from './sending-app.ts'
import { prepareReply } from '#modules/mail/contract.ts'

let app: TestApp
beforeEach(async () => {
  app = await openSendingApp()
  await app.call(createIdentity, { address: 'ada@example.test', name: 'Ada', signatureText: 'Ada' })
  await app.call(createIdentity, { address: 'Alias@example.test', name: 'Ada too' })
})
afterEach(() => app[Symbol.asyncDispose]())

/** Imports one message; answers its id. */
async function received(headers: string[], body = 'Hello\nWorld'): Promise<string> {
  const head = ['Date: Thu, 12 Nov 2026 10:00:00 +0000', 'Message-ID: <m1@there.test>', ...headers]
  await importBytes(app, [...head, '', body].join('\r\n'), { name: 'one.eml' })
  const { items } = await app.call(listMessages, {})
  return items[0]!.id
}

const addresses = (list: { address: string }[]) => list.map(({ address }) => address)

it('answers the author, with one Re:, the quote, and the fields that keep a thread together', async () => {
  const id = await received([
    'From: Ben <ben@there.test>',
    'To: ada@example.test',
    'Subject: RE: Aw: Re[2]: Lunch',
    'References: <a@there.test> <b@there.test>',
    'In-Reply-To: <b@there.test>',
  ])
  const draft = await reply(app, id, 'reply', { html: false })
  expect(draft).toMatchObject({
    kind: 'reply',
    to: [{ name: 'Ben', address: 'ben@there.test' }],
    cc: [],
    subject: 'Re: Lunch',
    inReplyTo: id,
    bodyHtml: null,
  })
  expect(draft.bodyText).toBe('\n\n-- \nAda\n\nOn 12 November 2026 at 10:00 UTC, Ben wrote:\n> Hello\n> World\n')
  const [row] = await app.daybook.database.read(async (transaction) =>
    transaction.all('SELECT thread_headers FROM mail_draft WHERE id = ?', draft.id),
  )
  expect(JSON.parse(String(row!.thread_headers))).toEqual({
    inReplyTo: 'm1@there.test',
    references: ['a@there.test', 'b@there.test', 'm1@there.test'],
  })
})

it('answers everybody but oneself, from the address it came to', async () => {
  const id = await received([
    'From: Ben <ben@there.test>',
    'Reply-To: office@there.test',
    'To: alias@EXAMPLE.test, Cleo <cleo@there.test>, office@there.test',
    'Cc: ada@example.test, dan@there.test, CLEO@there.test',
    'Subject: Plan',
  ])
  const draft = await reply(app, id, 'reply-all')
  expect(addresses(draft.to)).toEqual(['office@there.test', 'cleo@there.test'])
  expect(addresses(draft.cc)).toEqual(['dan@there.test'])
  const { items } = (await (await app.fetch('/api/v1/identities')).json()) as { items: any[] }
  expect(items.find(({ id: one }) => one === draft.identityId).address).toBe('Alias@example.test')
  expect(addresses((await reply(app, id, 'reply')).to)).toEqual(['office@there.test'])
})

it('answers where one’s own message went', async () => {
  const id = await received(['From: ada@example.test', 'To: ben@there.test', 'Cc: cleo@there.test', 'Subject: Plan'])
  expect(addresses((await reply(app, id, 'reply')).to)).toEqual(['ben@there.test'])
  const all = await reply(app, id, 'reply-all')
  expect([addresses(all.to), addresses(all.cc)]).toEqual([['ben@there.test'], ['cleo@there.test']])
})

it('answers a list by its address, or where its writers asked', async () => {
  const id = await received([
    'From: ben@there.test',
    'To: talk@lists.test',
    'List-Post: <mailto:talk@lists.test?subject=x>',
    'Mail-Followup-To: talk@lists.test',
    'Subject: Talk',
  ])
  expect(addresses((await reply(app, id, 'reply-list')).to)).toEqual(['talk@lists.test'])
  expect(addresses((await reply(app, id, 'reply-all')).to)).toEqual(['talk@lists.test'])
  expect(addresses((await reply(app, id, 'reply')).to)).toEqual(['ben@there.test'])
})

it('says of a list to which nobody may write that it is none', async () => {
  const id = await received(['From: ben@there.test', 'List-Post: NO', 'Subject: News'])
  const { status, value } = await post(app, prepareReply, { messageId: id, kind: 'reply-list' })
  expect([status, value.code]).toEqual([400, 'not-a-list'])
})

it('quotes HTML without its scripts and its pictures from elsewhere', async () => {
  const id = await received(
    ['From: "Mallory <b>" <mal@there.test>', 'Subject: x', 'MIME-Version: 1.0', 'Content-Type: text/html'],
    '<p onload="x()">Hi</p><script>alert(1)</script><img src="https://t.test/pixel.gif"><form action="/x"></form>',
  )
  const { bodyHtml, bodyText } = await reply(app, id, 'reply')
  expect(bodyHtml).toContain('<blockquote>')
  expect(bodyHtml).toContain('Mallory &lt;b&gt; wrote:')
  expect(bodyHtml).not.toMatch(/script|onload|pixel\.gif|<form/)
  expect(bodyText).toContain('> Hi')
})

it('forwards a message with its head, its files and the pictures it shows', async () => {
  const id = await received(
    ['From: Ben <ben@there.test>', 'To: ada@example.test', 'Subject: WG: Fwd: Plan', ...related.headers],
    related.body,
  )
  const draft = await reply(app, id, 'forward')
  expect(draft).toMatchObject({ kind: 'forward', to: [], cc: [], subject: 'Fwd: Plan', inReplyTo: id })
  expect(draft.bodyHtml).toContain('cid:logo@there')
  expect(draft.bodyText).toContain('From: Ben <ben@there.test>')
  expect(draft.attachments).toMatchObject([
    { filename: 'logo.png', inline: true, contentId: 'logo@there' },
    { filename: 'plan.csv', inline: false, contentType: 'text/csv', size: 4 },
  ])
  const file = await app.fetch(`/api/v1/draft-attachments/${draft.attachments[1]!.id}`)
  expect(await file.text()).toBe('1,2\n')

  const { attachments } = await app.call(getMessage, { id })
  const plan = attachments.find(({ filename }) => filename === 'plan.csv')!
  const none = await reply(app, id, 'forward', { attachmentIds: [], html: false })
  expect(none.attachments).toEqual([])
  expect((await reply(app, id, 'forward', { attachmentIds: [plan.id], html: false })).attachments).toHaveLength(1)
  // An answer takes along what its quote shows, and no more.
  expect((await reply(app, id, 'reply')).attachments).toMatchObject([{ filename: 'logo.png' }])
})

it('lets nothing of a hostile message into the headers of its answer', async () => {
  const id = await received([
    'From: =?utf-8?q?Ben=0D=0ABcc:_eve=40x.test?= <ben@there.test>',
    'Subject: =?utf-8?q?Hi=0D=0ABcc:_eve=40x.test?=',
  ])
  const draft = await reply(app, id, 'reply')
  expect(draft.subject).toMatch(/^Re: [^\r\n]+$/)
  expect(draft.to[0]!.name).not.toMatch(/[\r\n]/)
})

const related = {
  headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=a'],
  body: `--a
Content-Type: multipart/related; boundary=b

--b
Content-Type: text/html

<p>See <img src="cid:logo@there"></p>
--b
Content-Type: image/png; name=logo.png
Content-ID: <logo@there>
Content-Disposition: inline; filename=logo.png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
--a
Content-Type: text/csv
Content-Disposition: attachment; filename=plan.csv
Content-Transfer-Encoding: base64

MSwyCg==
--a--
`.replaceAll('\n', '\r\n'),
}
