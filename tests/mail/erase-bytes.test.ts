import { afterEach, beforeEach, expect, it } from 'vitest'
import { listConnections } from '#modules/connections/contract.ts'
import {
  createDraft,
  deleteDraft,
  deleteMessages,
  eraseAllMail,
  listMessages,
  trashMessage,
  updateDraft,
} from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { startMailServer, type MailServer } from '../sending/mail-server.ts'
import { attachBytes, connect, openSendingApp, sendLetter, untilKept } from '../sending/sending-app.ts'
import { findTraces, tracesOf } from './folder-bytes.ts'
import { importBytes, messageCalled } from './mail-app.ts'
import { mailWithParts, mailText, mbox } from './write-mail.ts'

/** Words that stand nowhere else, each with a beginning of its own. */
const SUBJECT = 'qxjvsubjectcanary'
const BODY = 'wvkzbodycanary'
const SENDER = 'zfqhsendercanary'
const FILE = 'xgdqfilecanary'
const DRAFT = 'jzwxdraftcanary'
const LETTER = 'vqzglettercanary'
const OTHER = 'kxnzothercanary'

let now = Date.now()
let server: MailServer
let app: TestApp
beforeEach(async () => {
  now = Date.now()
  server = await startMailServer()
  app = await openSendingApp({ clock: () => now, notices: true })
})
afterEach(async () => {
  await app[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

/** Mail of others around one message, in steps, so that the index is written, merged and written again. */
async function fillMailbox(secret = true): Promise<void> {
  for (let part = 0; part < 4; part++) {
    const others = Array.from({ length: 60 }, (_, n) =>
      mailText({
        subject: `Plain ${part} ${n}`,
        id: `plain-${part}-${n}`,
        body: `Words ${n * 7919} of ${part}. `.repeat(40),
      }),
    )
    await importBytes(
      app,
      mbox(secret && part === 1 ? [...others.slice(0, 30), secretMail(), ...others.slice(30)] : others),
    )
  }
}

const secretMail = () =>
  mailWithParts({ subject: SUBJECT, id: 'secret', from: `Zed <${SENDER}@example.test>`, to: `Bo <bo@example.test>` }, [
    `Content-Type: text/plain\n\nHello ${BODY}, ${random(400)}`,
    `Content-Type: text/plain; name="${FILE}.txt"\nContent-Disposition: attachment; filename="${FILE}.txt"\n\n${FILE} ${random(300)}`,
    `Content-Type: application/octet-stream; name="large.bin"\nContent-Disposition: attachment\n\n${FILE} ${random(300_000)}`,
  ])

const random = (length: number) => Array.from({ length }, () => Math.random().toString(36)[2] ?? 'x').join('')

/** Has what waits for its hour done now. */
async function anHourLater(): Promise<void> {
  now += 61 * 60_000
  app.daybook.kernel.services.jobs.wake()
  await app.settle()
}

it('leaves no byte of a message that was erased', async () => {
  await fillMailbox()
  const { id } = await messageCalled(app, SUBJECT)
  const traces = await tracesOf(app, [SUBJECT, BODY, SENDER, FILE])
  expect(await findTraces(app, traces)).not.toEqual([])
  await app.call(trashMessage, { id })
  await app.call(deleteMessages, { messageIds: [id] })
  await app.settle()
  await anHourLater()
  expect(await findTraces(app, traces)).toEqual([])
  expect((await app.call(listMessages, { limit: 200 })).items).toHaveLength(200)
})

it('leaves no byte of a draft that was deleted, nor of what it was before', async () => {
  await fillMailbox(false)
  const to = [{ name: '', address: `${OTHER}@example.test` }]
  const answered = await app.as(app.owner).call(createDraft, { to, subject: DRAFT }, { idempotencyKey: 'one' })
  const { id } = answered as { id: string }
  for (const length of [30, 6000, 90]) await app.call(updateDraft, { id, bodyText: `${BODY} ${random(length)}` })
  await attachBytes(app, id, `${FILE}.bin`, Buffer.from(`${FILE} ${random(2000)}`))
  const traces = await tracesOf(app, [DRAFT, BODY, FILE, OTHER])
  expect(await findTraces(app, traces)).not.toEqual([])
  await app.call(deleteDraft, { id })
  await app.settle()
  await anHourLater()
  expect(await findTraces(app, traces)).toEqual([])
})

it('leaves no byte of a letter whose copy was erased, nor of whom it was to', async () => {
  await connect(app, server)
  server.refuseRecipient = (address) => (address.startsWith('no') ? { code: 550, text: 'No such mailbox' } : undefined)
  const to = ['bo', `no${OTHER}`].map((name) => ({ name, address: `${name}@example.test` }))
  const sent = await untilKept(
    app,
    (await sendLetter(app, { to, subject: LETTER, bodyText: `${BODY} ${random(3000)}` })).id,
  )
  await app.settle()
  const traces = await tracesOf(app, [LETTER, BODY, OTHER])
  expect(await findTraces(app, traces)).not.toEqual([])
  await app.call(trashMessage, { id: sent.sentCopy! })
  await app.call(deleteMessages, { messageIds: [sent.sentCopy!] })
  await app.settle()
  await anHourLater()
  expect(await findTraces(app, traces)).toEqual([])
})

it('leaves no byte of anything once all mail of a person is erased', async () => {
  await connect(app, server)
  await fillMailbox()
  await app.call(createDraft, { subject: DRAFT, bodyText: random(5000) })
  await untilKept(app, (await sendLetter(app, { subject: LETTER, bodyText: random(5000) })).id)
  server.refuseMessage = () => ({ code: 554, text: `Not ${OTHER}` })
  await sendLetter(app, { subject: `${LETTER} again` })
  await app.settle()
  const traces = await tracesOf(app, [SUBJECT, BODY, SENDER, FILE, DRAFT, LETTER, OTHER])
  expect(await findTraces(app, traces)).not.toEqual([])
  const confirm = 'erase all my mail' as const
  expect(await app.as(app.owner).call(eraseAllMail, { confirm })).toMatchObject({ code: 'accounts-connected' })
  await app.call(eraseAllMail, { confirm, removeAccounts: true })
  await app.settle()
  expect(await findTraces(app, traces)).toEqual([])
  expect((await app.call(listConnections, {})).items).toEqual([])
}, 60_000)
