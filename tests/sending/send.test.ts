import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  createDraft,
  getDraft,
  getMessage,
  getThread,
  listDrafts,
  listMessages,
  listOutgoing,
  sendDraft,
  undoSend,
} from '#modules/mail/contract.ts'
import { find } from '#modules/search/contract.ts'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import type { TestApp } from '#testing/test-app.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { attachBytes, connect, headerOf, openSendingApp, sendLetter, untilKept, untilState } from './sending-app.ts'

let server: MailServer
let app: TestApp
beforeEach(async () => {
  server = await startMailServer()
  app = await openSendingApp()
})
afterEach(async () => {
  await app[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

it('hands a letter to the server of its account, and keeps a copy that is listed and found', async () => {
  await connect(app, server)
  const { id } = await sendLetter(app, { cc: [{ name: 'Cleo', address: 'cleo@example.test' }] })
  const sent = await untilKept(app, id)
  expect(sent).toMatchObject({ state: 'sent', problem: null, refused: [], draftId: null, attempts: 1 })

  const [letter] = server.received
  expect(server.received).toHaveLength(1)
  expect(letter).toMatchObject({ from: 'ada@example.test', to: ['ben@example.test', 'cleo@example.test'] })
  const { source } = letter!
  expect(headerOf(source, 'From')).toBe('Ada <ada@example.test>')
  expect(headerOf(source, 'To')).toBe('Ben <ben@example.test>')
  expect(headerOf(source, 'Message-ID')).toBe(`<${sent.messageIdHeader}>`)
  expect(sent.messageIdHeader).toMatch(/^[\w-]+@example\.test$/)
  expect(source).toContain('At noon?')
  expect(source).not.toMatch(/x-mailer|user-agent/i)

  expect((await app.call(listMessages, { place: 'sent' })).items).toMatchObject([
    { id: sent.sentCopy, subject: 'Lunch', seen: true, from: { address: 'ada@example.test' } },
  ])
  await app.settle()
  expect((await app.call(find, { q: 'noon', type: 'mail' })).items).toHaveLength(1)
  expect((await app.call(listDrafts, {})).items).toEqual([])
  expect(await app.takeEvents()).toEqual(
    expect.arrayContaining(['mail.draft-changed', 'mail.outgoing-changed', 'mail.draft-removed', 'mail.message-added']),
  )
})

it('tells nobody who got a blind copy, but its writer', async () => {
  await connect(app, server)
  const bcc = [{ name: 'Eve', address: 'eve@example.test' }]
  const { id } = await sendLetter(app, { bcc })
  const sent = await untilKept(app, id)
  const [letter] = server.received
  expect(letter!.to).toEqual(['ben@example.test', 'eve@example.test'])
  expect(letter!.source).not.toMatch(/eve|bcc/i)
  expect((await app.call(getMessage, { id: sent.sentCopy! })).bcc).toEqual(bcc)
})

it('sends to one address once, however often it was named', async () => {
  await connect(app, server)
  const ben = { name: '', address: 'ben@EXAMPLE.test' }
  await untilState(app, (await sendLetter(app, { cc: [ben], bcc: [ben] })).id, 'sent')
  expect(server.received.map(({ to }) => to)).toEqual([['ben@example.test']])
})

it('gives a letter back whole that was taken back, and sends nothing of it', async () => {
  await using slow = await openSendingApp({ undoSeconds: 10 })
  await connect(slow, server)
  const draft = await slow.call(createDraft, {
    to: [{ name: '', address: 'ben@example.test' }],
    subject: 'Too soon',
    bodyHtml: '<p>Not <b>yet</b></p>',
  })
  const attached = await attachBytes(slow, draft.id, 'plan.txt', Buffer.from('the plan'))
  expect(attached, JSON.stringify(attached.value)).toMatchObject({ status: 200 })
  const before = await slow.call(getDraft, { id: draft.id })
  const held = await slow.call(sendDraft, { draftId: draft.id })
  expect(held.state).toBe('held')
  expect(Date.parse(held.undoUntil) - Date.parse(held.createdAt)).toBe(10_000)
  expect((await slow.call(listDrafts, {})).items).toEqual([])
  expect(await slow.as(slow.owner).call(sendDraft, { draftId: draft.id })).toMatchObject({ code: 'already-sending' })

  const back = await slow.call(undoSend, { id: held.id })
  expect(back).toEqual({ ...before, rev: expect.any(Number), updatedAt: expect.any(String) })
  expect((await slow.call(listDrafts, {})).items).toMatchObject([{ id: draft.id, hasAttachments: true }])
  expect(await slow.as(slow.owner).call(undoSend, { id: held.id })).toMatchObject({ code: 'already-cancelled' })
  expect((await slow.call(listOutgoing, { open: true })).items).toEqual([])
  expect(server.connections).toBe(0)
})

it('sends later, at the time that was said and not before, also after a restart', async () => {
  await using folder = await temporaryFolder()
  const HOUR = 3_600_000
  const at = new Date(Date.now() + HOUR)
  let id = ''
  {
    await using first = await openSendingApp({ dataFolder: folder.path })
    await connect(first, server)
    const draft = await first.call(createDraft, { to: [{ name: '', address: 'ben@example.test' }], subject: 'Later' })
    const held = await first.call(sendDraft, { draftId: draft.id, at: at.toISOString() })
    expect(Date.parse(held.sendAt)).toBe(at.getTime())
    id = held.id
  }
  expect(server.received).toEqual([])
  await using again = await openSendingApp({ dataFolder: folder.path, clock: () => Date.now() + 2 * HOUR })
  const sent = await untilState(again, id, 'sent')
  expect(Date.parse(sent.sentAt!)).toBeGreaterThanOrEqual(at.getTime())
  expect(server.received).toHaveLength(1)
  // The date is the one people see on it: when it goes, not when it was written.
  expect(Date.parse(headerOf(server.received[0]!.source, 'Date')!)).toBe(Math.floor(at.getTime() / 1000) * 1000)
})

it('stops although a server is slow to answer, and sends at the next start', async () => {
  await using folder = await temporaryFolder()
  const asked = Promise.withResolvers<void>()
  server.refuseRecipient = () => {
    asked.resolve()
    return new Promise(() => undefined)
  }
  let id = ''
  {
    await using first = await openSendingApp({ dataFolder: folder.path })
    await connect(first, server)
    id = (await sendLetter(first)).id
    await asked.promise
  }
  server.refuseRecipient = () => undefined
  await using again = await openSendingApp({ dataFolder: folder.path })
  await untilState(again, id, 'sent')
  expect(server.received).toHaveLength(1)
})

it('asks a person where it had to stop before the server had answered', async () => {
  await using folder = await temporaryFolder()
  const asked = Promise.withResolvers<void>()
  server.refuseMessage = () => {
    asked.resolve()
    return new Promise(() => undefined)
  }
  let id = ''
  {
    await using first = await openSendingApp({ dataFolder: folder.path })
    await connect(first, server)
    id = (await sendLetter(first)).id
    await asked.promise
  }
  await using again = await openSendingApp({ dataFolder: folder.path })
  expect(await untilState(again, id, 'unsure')).toMatchObject({ problem: { code: 'maybe-sent' } })
}, 60_000)

it('signs in by token where the account came by consent, and leaves the copy to the provider', async () => {
  server.secrets = new Set(['a-token'])
  await connect(app, server, {
    provider: 'microsoft',
    refreshToken: 'refresh',
    accessToken: 'a-token',
    accessExpiresAt: Date.now() + 3_600_000,
    password: undefined,
  })
  await untilKept(app, (await sendLetter(app)).id)
  expect(server.received[0]!.method).toBe('XOAUTH2')
  expect(await outbox()).toEqual([])
})

it('signs in by LOGIN where the server has nothing else, and appends the copy to the sent mail of the account', async () => {
  await using old = await startMailServer({ authMethods: ['LOGIN'] })
  const imap = { host: '127.0.0.1', port: 9, security: 'none' as const, username: 'ada' }
  const { id: connectionId } = await connect(app, old, { imap })
  const sent = await untilKept(app, (await sendLetter(app)).id)
  expect(old.received[0]!.method).toBe('LOGIN')
  expect(await outbox()).toMatchObject([
    { kind: 'append', message_id: sent.sentCopy, connection_id: connectionId, change: '{"place":"sent"}' },
  ])
})

it('puts an answer into the thread it answers', async () => {
  await connect(app, server)
  const first = await untilKept(app, (await sendLetter(app, { subject: 'One' })).id)
  const { id } = await sendLetter(app, { subject: 'Re: One', inReplyTo: first.sentCopy! })
  const second = await untilKept(app, id)
  expect(headerOf(server.received[1]!.source, 'In-Reply-To')).toBe(`<${first.messageIdHeader}>`)
  expect(headerOf(server.received[1]!.source, 'References')).toBe(`<${first.messageIdHeader}>`)
  const { threadId } = await app.call(getMessage, { id: first.sentCopy! })
  const thread = await app.call(getThread, { id: threadId })
  expect(thread.messages.map((message) => message.id)).toEqual([first.sentCopy, second.sentCopy])
})

it('keeps others away from what one writes and sends', async () => {
  await connect(app, server)
  const { id } = await sendLetter(app)
  const draft = await app.call(createDraft, { subject: 'Mine' })
  for (const other of [app.person('owner'), app.person('owner', '01933b6e-8f00-7000-8000-0000000000aa')]) {
    expect(await app.as(other).call(undoSend, { id })).toMatchObject({ code: 'outgoing-not-found' })
    expect(await app.as(other).call(getDraft, { id: draft.id })).toMatchObject({ code: 'draft-not-found' })
    expect(await app.as(other).call(sendDraft, { draftId: draft.id })).toMatchObject({ code: 'draft-not-found' })
    expect(await app.as(other).call(listOutgoing, {})).toMatchObject({ items: [] })
  }
  await untilState(app, id, 'sent')
})

function outbox() {
  return app.daybook.database.read(async (transaction) => transaction.all('SELECT * FROM mail_outbox'))
}
