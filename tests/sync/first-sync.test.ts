import { chmod, chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listLabels, listMessages, syncStatus } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { allMessages, messageCalled, rows } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, mailboxes, openSyncApp, syncNow, type SyncApp } from './lib/sync-app.ts'

describe.skipIf(dovecotMissing() !== null)('a first sync', () => {
  let sync: SyncApp
  beforeAll(async () => {
    sync = await openSyncApp()
    const { dovecot } = sync
    await dovecot.prefill(Array.from({ length: 20 }, (_, n) => mailText({ subject: `Letter ${n}`, id: `letter-${n}` })))
    await dovecot.prefill([mailText({ subject: 'Sent by me', id: 'sent' })], { mailbox: 'Sent' })
    await dovecot.prefill([mailText({ subject: 'From the club', id: 'club' })], { mailbox: 'Clubs/Chess', seen: false })
    await dovecot.prefill([mailText({ subject: 'In two', id: 'two' })], { mailbox: 'Clubs/Chess' })
    await dovecot.prefill([mailText({ subject: 'In two', id: 'two' })])
    await dovecot.prefill([mailText({ subject: 'Twin', id: 'twin', body: 'One.' })])
    await dovecot.prefill([mailText({ subject: 'Twin', id: 'twin', body: 'Another.' })])
    await dovecot.prefill([mailText({ subject: 'Money', id: 'money' })], { mailbox: 'Junk' })
    await dovecot.prefill([mailText({ subject: 'No date', date: 'never', headers: [] })])
    await dovecot.run(['SELECT INBOX', 'UID STORE 3 +FLAGS (\\Flagged \\Answered $Work)'])
    await unreadable(dovecot.folderOf('Archive'), () =>
      dovecot.prefill([mailText({ subject: 'Unreadable' }), mailText({ subject: 'Beside it' })], {
        mailbox: 'Archive',
      }),
    )
    await connect(sync)
    await syncNow(sync)
  })
  afterAll(() => sync[Symbol.asyncDispose]())

  it('brings every mailbox, the same message once, and twins by Message-ID both', async () => {
    const subjects = (await allMessages(sync.app)).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject === 'In two')).toHaveLength(1)
    expect(subjects.filter((subject) => subject === 'Twin')).toHaveLength(2)
    const boxes = await mailboxes(sync)
    expect(boxes.get('INBOX')).toMatchObject({ role: 'inbox', state: 'synced', messages: 24, stored: 24, skipped: 0 })
    expect(boxes.get('Clubs/Chess')).toMatchObject({ role: null, state: 'synced', stored: 2 })
  })

  it('lays messages where the server has them; a plain folder is a label', async () => {
    const { app } = sync
    expect(await messageCalled(app, 'Sent by me')).toMatchObject({ place: 'sent' })
    expect(await messageCalled(app, 'Letter 1')).toMatchObject({ place: 'inbox', labels: [] })
    const { items: labels } = await app.call(listLabels, {})
    const chess = labels.find(({ name }) => name === 'Clubs/Chess')!
    expect(await messageCalled(app, 'From the club')).toMatchObject({ place: 'archive', labels: [chess.id] })
    expect(await messageCalled(app, 'In two')).toMatchObject({ place: 'inbox', labels: [chess.id] })
    expect((await app.call(listMessages, { place: 'junk' })).items.map(({ subject }) => subject)).toEqual(['Money'])
  })

  it('takes flags over, and the time of receipt where the sender’s date is none', async () => {
    const { app } = sync
    expect(await messageCalled(app, 'Letter 2')).toMatchObject({ seen: true, starred: true })
    expect(await messageCalled(app, 'From the club')).toMatchObject({ seen: false, starred: false })
    const [placement] = await rows(app, "SELECT flags, keywords FROM mail_placement WHERE keywords <> '[]'")
    expect(placement).toMatchObject({ flags: 7, keywords: '["$Work"]' })
    expect(Date.parse((await messageCalled(app, 'No date')).date)).toBeGreaterThan(Date.UTC(2001, 0, 1))
  })

  it('keeps the source as the server has it', async () => {
    const { id } = await messageCalled(sync.app, 'Letter 5')
    const response = await sync.app.fetch(`/api/v1/emails/${id}/source`)
    const expected = mailText({ subject: 'Letter 5', id: 'letter-5' }).replaceAll('\n', '\r\n')
    expect(await response.text()).toBe(expected)
  })

  it('sets a message aside that the server cannot send, and brings what is beside it', async () => {
    const { app } = sync
    const archive = (await mailboxes(sync)).get('Archive')
    expect(archive).toMatchObject({ state: 'synced', messages: 2, stored: 1, skipped: 1 })
    expect(await messageCalled(app, 'Beside it')).toMatchObject({ place: 'archive' })
    expect(await rows(app, 'SELECT uid, code FROM mail_skipped')).toEqual([{ uid: 1, code: expect.any(String) }])
  })

  it('says how the account stands', async () => {
    const { items } = await sync.app.call(syncStatus, {})
    expect(items).toMatchObject([{ state: 'synced', messages: 30, stored: 29, skipped: 1, problem: null }])
  })
})

/** Makes the first message that is delivered one that the server may not read. */
async function unreadable(folder: string, deliver: () => Promise<void>): Promise<void> {
  await deliver()
  const [first] = (await readdir(join(folder, 'cur'))).sort()
  await chown(join(folder, 'cur', first!), 0, 0)
  await chmod(join(folder, 'cur', first!), 0o600)
}
