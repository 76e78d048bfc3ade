import { expect, it, vi } from 'vitest'
import { removeConnection } from '#modules/connections/contract.ts'
import { allMessages } from '../mail/mail-app.ts'
import { ADDRESS } from './fake-gmail.ts'
import { seeds } from './store-app.ts'
import { mailboxes, openGmailApp, syncNow } from './sync-app.ts'

// Two servers and a Daybook a test: slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

it('goes on where it was stopped, with everything once and nothing fetched twice', async () => {
  const messages = seeds(90)
  // The API is switched off once the newest are here.
  await using opened = await openGmailApp({ messages, faults: { pageSize: 25, lastGets: 60 } })
  const { gmail } = opened
  const subjects = async () => (await allMessages(opened.app)).map(({ subject }) => subject)
  await expect.poll(async () => (await subjects()).length, { timeout: 20_000 }).toBe(50)
  expect((await subjects())[0]).toBe('Letter 89')

  await opened.reopen()
  gmail.takeCalls()
  gmail.faults.lastGets = Infinity
  // What failed is tried again by itself, a while later.
  const whole = messages.map(({ subject }) => subject!).toSorted()
  await expect.poll(async () => (await subjects()).toSorted(), { timeout: 60_000, interval: 200 }).toEqual(whole)
  const got = gmail.takeCalls().filter((call) => call.startsWith('GET messages/'))
  expect(got).toHaveLength(40)
  expect(new Set(got).size).toBe(40)
  await opened.app.settle()
  expect((await mailboxes(opened)).get('[Gmail]/All Mail')).toMatchObject({ state: 'synced', stored: 90, skipped: 0 })
}, 90_000)

it('misses nothing of what happened while it was away longer than Gmail remembers', async () => {
  const messages = seeds(6)
  await using opened = await openGmailApp({ messages })
  const { gmail } = opened
  await syncNow(opened)
  await gmail.other.users.messages.delete({ userId: 'me', id: messages[0]!.id })
  await gmail.other.users.messages.modify({
    userId: 'me',
    id: messages[1]!.id,
    requestBody: { addLabelIds: ['STARRED'], removeLabelIds: ['INBOX', 'UNREAD'] },
  })
  const source = `From: grace@example.test\r\nTo: ${ADDRESS}\r\nSubject: New meanwhile\r\n\r\nHi\r\n`
  const raw = Buffer.from(source).toString('base64url')
  await gmail.other.users.messages.insert({ userId: 'me', requestBody: { raw, labelIds: ['INBOX'] } })
  gmail.faults.forgottenBefore = BigInt(await gmail.historyId())
  gmail.takeCalls()
  await syncNow(opened)

  const all = (await allMessages(opened.app)).map(({ subject, place, seen, starred }) => [
    subject,
    place,
    seen,
    starred,
  ])
  expect(all.toSorted()).toEqual([
    ['Letter 1', 'archive', true, true],
    ['Letter 2', 'inbox', false, false],
    ['Letter 3', 'inbox', false, false],
    ['Letter 4', 'inbox', false, false],
    ['Letter 5', 'inbox', false, false],
    ['New meanwhile', 'inbox', true, false],
  ])
  // The one that is new is the only one that was fetched.
  expect(gmail.takeCalls().filter((call) => call.startsWith('GET messages/'))).toHaveLength(1)
  await syncNow(opened)
  expect(gmail.takeCalls()).not.toContain('GET messages')
})

it('takes the index along when the account is removed', async () => {
  await using opened = await openGmailApp({ messages: seeds(3) })
  const { app, connection } = opened
  await syncNow(opened)
  const rows = () =>
    app.daybook.database.read(async (transaction) =>
      Number((await transaction.get('SELECT COUNT(*) AS n FROM mail_gmail_message'))!.n),
    )
  expect(await rows()).toBe(3)
  await app.call(removeConnection, { id: connection.id })
  await app.settle()
  expect(await rows()).toBe(0)
  expect(await allMessages(app)).toEqual([])
})
