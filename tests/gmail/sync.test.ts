import { expect, it, vi } from 'vitest'
import { listLabels, modifyMessages, syncStatus, trashMessage } from '#modules/mail/contract.ts'
import { allMessages } from '../mail/mail-app.ts'
import { seeds } from './store-app.ts'
import { mailboxes, openGmailApp, syncNow } from './sync-app.ts'

// Two servers and a Daybook a test: slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

it('brings an account by the API alone, into the places and labels it has there', async () => {
  const labels = (n: number) =>
    [['INBOX', 'UNREAD'], ['SENT'], ['SPAM'], ['TRASH'], ['Label_1', 'STARRED'], ['DRAFT'], ['CATEGORY_SOCIAL']][n]!
  const messages = seeds(7, labels)
  await using opened = await openGmailApp({ messages, labels: [{ id: 'Label_1', name: 'Work' }] })
  const { app, connection } = opened
  expect(connection.scopes).not.toContain('https://mail.google.com/')
  await syncNow(opened)

  const all = await allMessages(app)
  const shown = all.map(({ subject, place, seen, starred }) => ({ subject, place, seen, starred }))
  expect(shown.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))).toEqual([
    { subject: 'Letter 0', place: 'inbox', seen: false, starred: false },
    { subject: 'Letter 1', place: 'sent', seen: true, starred: false },
    { subject: 'Letter 2', place: 'junk', seen: true, starred: false },
    { subject: 'Letter 3', place: 'trash', seen: true, starred: false },
    { subject: 'Letter 4', place: 'archive', seen: true, starred: true },
    { subject: 'Letter 5', place: 'drafts', seen: true, starred: false },
    { subject: 'Letter 6', place: 'archive', seen: true, starred: false },
  ])
  const labelled = all.find(({ subject }) => subject === 'Letter 4')!
  const { items } = await app.call(listLabels, {})
  expect(labelled.labels.map((id) => items.find((label) => label.id === id)!.name)).toEqual(['Work'])
  const [status] = (await app.call(syncStatus, {})).items
  expect(status!.quota).toMatchObject({ refusals: 0, waitsUntil: null })
  // Seven messages of twenty units each, and what it took to find them.
  expect(status!.quota!.used).toBeGreaterThan(140)
  const boxes = await mailboxes(opened)
  expect(boxes.get('[Gmail]/All Mail')).toMatchObject({ role: 'all', state: 'synced', stored: 5, messages: 5 })
  expect(boxes.get('[Gmail]/Trash')).toMatchObject({ role: 'trash', state: 'synced', stored: 1 })
})

it('carries changes both ways', async () => {
  const messages = seeds(3)
  await using opened = await openGmailApp({ messages })
  const { app, gmail } = opened
  await syncNow(opened)
  const byId = new Map((await allMessages(app)).map((message) => [message.subject, message]))
  const labelsOf = async (n: number) =>
    (
      await gmail.other.users.messages.get({ userId: 'me', id: messages[n]!.id, format: 'minimal' })
    ).data.labelIds!.toSorted()

  await app.call(modifyMessages, { messageIds: [byId.get('Letter 0')!.id], seen: true, starred: true })
  await app.call(modifyMessages, { messageIds: [byId.get('Letter 1')!.id], place: 'archive' })
  await app.call(trashMessage, { id: byId.get('Letter 2')!.id })
  await app.settle()
  expect(await labelsOf(0)).toEqual(['INBOX', 'STARRED'])
  expect(await labelsOf(1)).toEqual(['UNREAD'])
  expect(await labelsOf(2)).toContain('TRASH')

  await gmail.other.users.messages.modify({
    userId: 'me',
    id: messages[0]!.id,
    requestBody: { addLabelIds: ['UNREAD'], removeLabelIds: ['STARRED'] },
  })
  await gmail.other.users.messages.untrash({ userId: 'me', id: messages[2]!.id })
  await gmail.other.users.messages.delete({ userId: 'me', id: messages[1]!.id })
  await syncNow(opened)
  const after = (await allMessages(app)).map(({ subject, place, seen, starred }) => [subject, place, seen, starred])
  expect(after.toSorted()).toEqual([
    ['Letter 0', 'inbox', false, false],
    ['Letter 2', 'inbox', false, false],
  ])
})
