import { afterEach, beforeEach, expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { retryOutgoing } from '#modules/mail/contract.ts'
import { listNotices, type Notice } from '#modules/notifications/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { connect, openSendingApp, sendLetter, untilState } from './sending-app.ts'

let server: MailServer
let app: TestApp
beforeEach(async () => {
  server = await startMailServer()
  app = await openSendingApp({ notices: true })
})
afterEach(async () => {
  await app[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

/** What was told of sending; an account with no mail server to read from is another matter. */
async function notices(): Promise<Notice[]> {
  await app.settle()
  return (await app.call(listNotices, {})).items.filter(({ kind }) => kind === 'sending')
}

it('tells the writer that a message was refused for good, and leads to where it can be mended', async () => {
  await connect(app, server)
  server.refuseMessage = () => ({ code: 554, text: 'Spam' })
  const { id } = await sendLetter(app, { subject: 'Offer' })
  await untilState(app, id, 'failed')
  expect(await notices()).toMatchObject([
    {
      kind: 'sending',
      title: 'Not sent: Offer',
      detail: 'The mail server did not take it: “554 Spam”',
      record: { kind: 'mail.outgoing', id },
    },
  ])
})

it('tells whom a message did not reach, and nothing where it reached everybody', async () => {
  await connect(app, server)
  await untilState(app, (await sendLetter(app)).id, 'sent')
  expect(await notices()).toEqual([])
  server.refuseRecipient = (address) => (address.startsWith('no') ? { code: 550, text: 'No such mailbox' } : undefined)
  const letter = {
    subject: 'Lunch',
    cc: ['nobody', 'nowhere'].map((name) => ({ name, address: `${name}@example.test` })),
  }
  await untilState(app, (await sendLetter(app, letter)).id, 'sent')
  expect(await notices()).toMatchObject([
    { kind: 'sending', title: 'Not everybody got: Lunch', detail: 'nobody@example.test and 1 more' },
  ])
})

it('tells of every try that may have sent a message', async () => {
  await connect(app, server)
  server.refuseMessage = () => {
    server.breakOff()
    return undefined
  }
  const { id } = await sendLetter(app, { subject: '' })
  for (const round of [1, 2]) {
    await untilState(app, id, 'unsure')
    const told = await notices()
    expect(told).toHaveLength(round)
    expect(told[0]).toMatchObject({ title: 'May have been sent, check: a message without a subject' })
    if (round === 1) await app.call(retryOutgoing, { id })
  }
})

it('tells nothing to who does not want to hear it', async () => {
  await connect(app, server)
  await app.call(updateSetting, { name: 'notifications.sending', value: false })
  server.refuseMessage = () => ({ code: 554, text: 'Spam' })
  await untilState(app, (await sendLetter(app)).id, 'failed')
  expect(await notices()).toEqual([])
})
