import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import { dovecotMissing } from '#testing/dovecot.ts'
import { allMessages } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, mailboxes, openSyncApp, syncNow, type SyncApp } from './lib/sync-app.ts'

describe.skipIf(dovecotMissing() !== null)('a first sync', () => {
  let sync: SyncApp
  beforeAll(async () => {
    sync = await openSyncApp()
    const { dovecot } = sync
    await dovecot.fill(Array.from({ length: 20 }, (_, n) => mailText({ subject: `Letter ${n}`, id: `letter-${n}` })))
    await dovecot.fill([mailText({ subject: 'Sent by me', id: 'sent' })], { mailbox: 'Sent' })
    await dovecot.fill([mailText({ subject: 'From the club', id: 'club' })], { mailbox: 'Clubs/Chess', seen: false })
    await connect(sync)
    await syncNow(sync)
  })
  afterAll(() => sync[Symbol.asyncDispose]())

  it('brings all mailboxes, each message once', async () => {
    const all = await allMessages(sync.app)
    expect(all).toHaveLength(22)
    const boxes = await mailboxes(sync)
    expect(boxes.get('INBOX')).toMatchObject({ role: 'inbox', state: 'synced', messages: 20, stored: 20, skipped: 0 })
    expect(boxes.get('Clubs/Chess')).toMatchObject({ role: null, state: 'synced', stored: 1 })
  })
})
