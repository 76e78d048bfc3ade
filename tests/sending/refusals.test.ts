import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Failure } from '#kernel/failure.ts'
import { getConnection, pauseConnection, removeConnection, resumeConnection } from '#modules/connections/contract.ts'
import {
  createDraft,
  getDraft,
  listDrafts,
  listIdentities,
  listMessages,
  listOutgoing,
  retryOutgoing,
  sendDraft,
  undoSend,
} from '#modules/mail/contract.ts'
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

const PATIENCE = { timeout: 20_000, interval: 30 }

/** Waits until a message waits for another try. */
async function untilWaiting(id: string) {
  await expect
    .poll(async () => (await app.call(listOutgoing, {})).items.find((one) => one.id === id)?.problem ?? null, PATIENCE)
    .not.toBeNull()
  return untilState(app, id, 'waiting')
}

it('tries again what a server refuses for now, and shows it meanwhile', async () => {
  await connect(app, server)
  server.refuseMessage = () => ({ code: 451, text: 'Come back later' })
  const { id } = await sendLetter(app)
  const waiting = await untilWaiting(id)
  expect(waiting).toMatchObject({ attempts: 1, problem: { code: 'refused-for-now' } })
  expect(waiting.problem!.detail).toContain('“451 Come back later”')
  expect(Date.parse(waiting.sendAt)).toBeGreaterThan(Date.parse(waiting.undoUntil))
  expect((await app.call(listOutgoing, { open: true })).items.map((one) => one.id)).toEqual([id])

  server.refuseMessage = () => undefined
  expect(await app.call(retryOutgoing, { id })).toMatchObject({ state: 'waiting', problem: null })
  expect(await untilKept(app, id)).toMatchObject({ state: 'sent', attempts: 2 })
  expect(server.received).toHaveLength(1)
  expect(await app.as(app.owner).call(retryOutgoing, { id })).toMatchObject({ code: 'nothing-to-retry' })
})

it('gives the draft back where a server refuses for good, with its words as quoted text', async () => {
  await connect(app, server)
  server.refuseMessage = () => ({ code: 554, text: '<script>alert(1)</script> Spam\u0007' })
  const { id } = await sendLetter(app, { subject: 'Offer' })
  const failed = await untilState(app, id, 'failed')
  expect(failed.problem!.code).toBe('refused')
  expect(failed.problem!.detail).toMatch(/^The mail server did not take it: “554 <script>alert\(1\)<\/script> Spam ?”$/)
  const { items } = await app.call(listDrafts, {})
  expect(items).toMatchObject([{ id: failed.draftId, subject: 'Offer' }])
  expect((await app.call(listOutgoing, { open: true })).items).toMatchObject([{ id, state: 'failed' }])

  server.refuseMessage = () => undefined
  const again = await app.call(sendDraft, { draftId: failed.draftId! })
  expect((await app.call(listOutgoing, { open: true })).items.map((one) => one.id)).toEqual([again.id])
  await untilState(app, again.id, 'sent')
  expect(server.received).toHaveLength(1)
})

it('says which recipients were refused, and that the others have it', async () => {
  await connect(app, server)
  server.refuseRecipient = (address) =>
    address.startsWith('nobody') ? { code: 550, text: 'No such mailbox' } : undefined
  const { id } = await sendLetter(app, { cc: [{ name: '', address: 'nobody@example.test' }] })
  const sent = await untilKept(app, id)
  expect(sent).toMatchObject({ state: 'sent', refused: [{ address: 'nobody@example.test' }] })
  expect(sent.refused[0]!.detail).toContain('No such mailbox')
  expect(server.received[0]!.to).toEqual(['ben@example.test'])

  server.refuseRecipient = () => ({ code: 550, text: 'No such mailbox' })
  const failed = await untilState(app, (await sendLetter(app)).id, 'failed')
  expect(failed.refused).toMatchObject([{ address: 'ben@example.test' }])
})

it('waits where the server is not there, and can be taken back meanwhile', async () => {
  const { port } = server
  await connect(app, server)
  await server[Symbol.asyncDispose]()
  const { id, draftId } = await sendLetter(app)
  expect(await untilWaiting(id)).toMatchObject({ problem: { code: 'no-connection' } })
  expect(await app.call(undoSend, { id })).toMatchObject({ id: draftId })
  expect((await app.call(listOutgoing, { open: true })).items).toEqual([])
  expect(port).toBeGreaterThan(0)
})

it('sends nothing of a letter that is taken back while the server is being asked', async () => {
  await connect(app, server)
  const id = Promise.withResolvers<string>()
  server.refuseRecipient = async () => {
    await app.call(undoSend, { id: await id.promise })
    return undefined
  }
  id.resolve((await sendLetter(app)).id)
  await untilState(app, await id.promise, 'cancelled')
  await app.settle()
  expect(server.received).toEqual([])
  expect((await app.call(listDrafts, {})).items).toHaveLength(1)
})

it('is unsure where the connection broke after the message, and does not send it again by itself', async () => {
  await connect(app, server)
  const whole = Promise.withResolvers<void>()
  // The message is whole, the answer never comes: the server closes instead.
  server.refuseMessage = () => {
    whole.resolve()
    return new Promise(() => undefined)
  }
  const { id } = await sendLetter(app)
  await whole.promise
  await server[Symbol.asyncDispose]()
  const unsure = await untilState(app, id, 'unsure')
  expect(unsure.problem).toMatchObject({ code: 'maybe-sent' })
  expect(await app.as(app.owner).call(undoSend, { id })).toMatchObject({ code: 'already-sent' })
  expect((await app.call(listDrafts, {})).items).toEqual([])
})

it('marks an account that no longer lets us in, and keeps its letter waiting', async () => {
  const { id: connectionId } = await connect(app, server)
  server.secrets = new Set()
  const { id } = await sendLetter(app)
  const waiting = await untilWaiting(id)
  expect(waiting.problem!.code).toBe('not-signed-in')
  expect(JSON.stringify(waiting)).not.toContain('"secret"')
  expect((await app.call(getConnection, { id: connectionId })).state).toBe('needs-consent')
})

it('refuses at once what is to go from an account that rests, and says what to do', async () => {
  const { id: connectionId } = await connect(app, server)
  await app.call(pauseConnection, { id: connectionId })
  const letter = { to: [{ name: 'Ben', address: 'ben@example.test' }], subject: 'Lunch', bodyText: 'At noon?' }
  const { id: draftId } = await app.call(createDraft, letter as never)
  const refused = (await app.as(app.owner).call(sendDraft, { draftId })) as Failure
  expect(refused).toMatchObject({ code: 'account-paused' })
  expect(refused.declaration.remedy).toMatch(/resume the account/i)
  expect((await app.call(listDrafts, {})).items).toMatchObject([{ id: draftId }])
  await app.call(resumeConnection, { id: connectionId })
  await untilState(app, (await app.call(sendDraft, { draftId })).id, 'sent')
})

it('gives back what comes due while its account rests', async () => {
  await using slow = await openSendingApp({ undoSeconds: 2 })
  const { id: connectionId } = await connect(slow, server)
  const { id } = await sendLetter(slow)
  await slow.call(pauseConnection, { id: connectionId })
  const failed = await untilState(slow, id, 'failed')
  expect(failed.problem).toMatchObject({ code: 'account-paused' })
  expect((await slow.call(listDrafts, {})).items).toMatchObject([{ id: failed.draftId }])
  expect(server.connections).toBe(0)
})

it('gives back what waits when its account is removed, with the address it was from', async () => {
  await using slow = await openSendingApp({ undoSeconds: 30 })
  const { id: connectionId } = await connect(slow, server)
  const held = await sendLetter(slow)
  await slow.call(removeConnection, { id: connectionId })
  const failed = await untilState(slow, held.id, 'failed')
  expect(failed.problem).toMatchObject({ code: 'account-removed' })
  expect((await slow.call(listIdentities, {})).items).toEqual([])
  expect((await slow.call(listDrafts, {})).items).toHaveLength(1)
  const draftId = failed.draftId!
  expect(await slow.as(slow.owner).call(sendDraft, { draftId })).toMatchObject({ code: 'no-sender' })
})

it('names what keeps a letter from being sent', async () => {
  const refusal = async (letter: object, more: object = {}) => {
    const draft = await app.call(createDraft, letter)
    return app.as(app.owner).call(sendDraft, { draftId: draft.id, ...more })
  }
  const to = [{ name: '', address: 'ben@example.test' }]
  expect(await refusal({ to })).toMatchObject({ code: 'no-sender' })
  await connect(app, server)
  expect(await refusal({})).toMatchObject({ code: 'no-recipient' })
  expect(await refusal({ to, cc: [{ name: '', address: 'ben at home' }] })).toMatchObject({
    code: 'bad-address',
    errors: [{ pointer: '/cc/0/address' }],
  })
  for (const address of ['a@b@c.test', 'a@', '@b.test', 'a..b@c.test', 'a@-', 'a b@c.test', `${'x'.repeat(65)}@c.test`])
    expect(await refusal({ to: [{ name: '', address }] }), address).toMatchObject({ code: 'bad-address' })
  expect(await refusal({ to }, { at: '2020-01-01T00:00:00Z' })).toMatchObject({ code: 'too-late' })
  expect(await refusal({ to }, { at: '2099-01-01T00:00:00Z' })).toMatchObject({ code: 'too-far' })
  expect(await refusal({ to }, { rev: 9 })).toMatchObject({ code: 'stale-revision' })
  expect(server.connections).toBe(0)
})

it('lets no line break into a header: a field of its own it would be', async () => {
  await connect(app, server)
  const as = app.as(app.owner)
  for (const bad of ['Hello\r\nBcc: eve@example.test', 'a\nb', 'a\rb', 'a\u0000b', 'a\u2028b']) {
    for (const input of [
      { subject: bad },
      { to: [{ name: bad, address: 'ben@example.test' }] },
      { cc: [{ name: '', address: `${bad}@example.test` }] },
    ])
      expect(await as.call(createDraft, input), bad).toMatchObject({ code: 'invalid-input' })
  }
  const name = '"Ben" <eve@example.test>, Mallory; (x) \\ =?utf-8?q?=0D=0ABcc:_eve?='
  await untilState(app, (await sendLetter(app, { to: [{ name, address: 'ben@example.test' }] })).id, 'sent')
  const [letter] = server.received
  expect(letter!.to).toEqual(['ben@example.test'])
  expect(letter!.source).not.toMatch(/^bcc:/im)
})

it('says so where a server takes no international address, and sends where it does', async () => {
  await using old = await startMailServer({ hideSMTPUTF8: true } as never)
  await connect(app, old)
  const to = [{ name: 'Jürgen', address: 'jürgen@bücher.example' }]
  const failed = await untilState(app, (await sendLetter(app, { to })).id, 'failed')
  expect(failed.problem).toMatchObject({ code: 'international-address' })
  expect(failed.problem!.detail).toContain('jürgen@xn--bcher-kva.example')
  expect(old.received).toEqual([])

  // A domain alone has a form in ASCII that any server takes.
  const domain = [{ name: 'Jürgen', address: 'juergen@bücher.example' }]
  await untilState(app, (await sendLetter(app, { to: domain })).id, 'sent')
  expect(headerOf(old.received[0]!.source, 'To')).toContain('<juergen@xn--bcher-kva.example>')

  await using other = await openSendingApp()
  await connect(other, server)
  await untilState(other, (await sendLetter(other, { to })).id, 'sent')
  expect(server.received[0]!.to).toEqual(['jürgen@bücher.example'])
  expect(headerOf(server.received[0]!.source, 'To')).toContain('<jürgen@bücher.example>')
})

it('sends files of 25 MB, and refuses more than that at once', async () => {
  await connect(app, server)
  const draft = await app.call(createDraft, { to: [{ name: '', address: 'ben@example.test' }], subject: 'Large' })
  const bytes = new Uint8Array(25 * 1024 * 1024).map((_, n) => (n * 2_654_435_761) >>> 24)
  expect((await attachBytes(app, draft.id, 'film.mp4', bytes)).status).toBe(200)
  const refused = await attachBytes(app, draft.id, 'more.txt', Buffer.from('x'))
  expect([refused.status, refused.value.code]).toEqual([413, 'attachments-too-large'])
  expect((await app.call(getDraft, { id: draft.id })).attachments).toMatchObject([
    { filename: 'film.mp4', contentType: 'video/mp4', size: bytes.byteLength },
  ])

  const sent = await untilKept(app, (await app.call(sendDraft, { draftId: draft.id })).id)
  const { source } = server.received[0]!
  const begin = source.indexOf('\r\n\r\n', source.indexOf('filename=film.mp4')) + 4
  const encoded = source.slice(begin, source.indexOf('\r\n--', begin))
  expect(Buffer.from(encoded, 'base64').equals(bytes)).toBe(true)
  expect((await app.call(listMessages, { place: 'sent' })).items).toMatchObject([
    { id: sent.sentCopy, hasAttachments: true },
  ])
  await app.settle()
  // One file is left: the source, which the copy holds. That of the draft has gone with it.
  const blobs: string[] = []
  for await (const hash of app.daybook.kernel.services.ports.blobs.list()) blobs.push(hash)
  expect(blobs).toHaveLength(1)
}, 60_000)

it('fails clearly where the server takes no message so large', async () => {
  await using small = await startMailServer({ size: 100_000 })
  await connect(app, small)
  const draft = await app.call(createDraft, { to: [{ name: '', address: 'ben@example.test' }] })
  await attachBytes(app, draft.id, 'a.bin', new Uint8Array(200_000))
  const failed = await untilState(app, (await app.call(sendDraft, { draftId: draft.id })).id, 'failed')
  expect(failed.problem!.code).toBe('too-large')
})
