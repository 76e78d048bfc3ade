import { expect, it, vi } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { allMessages } from '../mail/mail-app.ts'
import { sendLetter, untilKept, untilState } from '../sending/sending-app.ts'
import { mailboxes, openGmailApp, syncNow, type GmailApp } from './sync-app.ts'

// Two servers and a Daybook a test: slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

it('sends by the API where the mail server is out of its consent, also to those unseen', async () => {
  await using opened = await openSending()
  const { app, gmail } = opened
  const { id } = await sendLetter(app, { bcc: [{ name: 'Eve', address: 'eve@exämple.test' }] })
  await untilState(app, id, 'sent')
  await untilKept(app, id)
  const [sent] = await sentOf(opened)
  // The copy that Gmail keeps, with the field that we added, is the one that is here.
  await syncNow(opened)
  expect(await allMessages(app)).toMatchObject([{ subject: 'Lunch', place: 'sent' }])
  expect((await mailboxes(opened)).get('[Gmail]/All Mail')).toMatchObject({ stored: 1 })
  expect(sent).toMatch(/^Bcc: eve@xn--exmple-cua.test\r\n/)
  expect(sent).toMatch(/^To: Ben <ben@example.test>\r$/m)
  expect(gmail.takeCalls().filter((call) => call.endsWith('/send'))).toEqual(['POST messages/send'])
})

it('tries later where Gmail takes no more for now', async () => {
  await using opened = await openSending()
  opened.gmail.faults.limited = { times: 2, status: 429, retryAfter: '0' }
  const { id } = await sendLetter(opened.app)
  await untilState(opened.app, id, 'sent')
  expect(await sentOf(opened)).toHaveLength(1)
})

it('says that a message may have been sent where no answer came, and sends it no second time', async () => {
  await using opened = await openSending()
  opened.gmail.faults.troubled = 1
  const { id } = await sendLetter(opened.app)
  const unsure = await untilState(opened.app, id, 'unsure')
  expect(unsure.problem).toMatchObject({ code: 'maybe-sent' })
  expect(opened.gmail.takeCalls().filter((call) => call.endsWith('/send'))).toHaveLength(1)
})

async function openSending(): Promise<GmailApp> {
  const opened = await openGmailApp()
  await opened.app.call(updateSetting, { name: 'mail.undo-seconds', value: 0 })
  await opened.app.settle()
  opened.gmail.takeCalls()
  return opened
}

async function sentOf({ gmail }: GmailApp): Promise<string[]> {
  const { users } = gmail.other
  const { data } = await users.messages.list({ userId: 'me', labelIds: ['SENT'] })
  return Promise.all(
    (data.messages ?? []).map(async ({ id }) => {
      const { data: message } = await users.messages.get({ userId: 'me', id: id!, format: 'raw' })
      return Buffer.from(message.raw!, 'base64url').toString()
    }),
  )
}
