import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '#kernel/failure.ts'
import { getMessage, listLabels } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { allMessages, messageCalled, rows } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, mailboxes, openSyncApp, syncNow, type SyncApp } from './lib/sync-app.ts'

const servers = [
  { name: 'with QRESYNC', without: undefined },
  { name: 'with CONDSTORE alone', without: ['QRESYNC'] },
  { name: 'that tells no changes', without: ['QRESYNC', 'CONDSTORE'] },
]

describe.skipIf(dovecotMissing() !== null).each(servers)('changes on a server $name', ({ without }) => {
  let sync: SyncApp
  beforeAll(async () => {
    sync = await openSyncApp({ dovecot: { ...(without && { without }) } })
    const letters = Array.from({ length: 12 }, (_, n) => mailText({ subject: `Letter ${n}`, id: `letter-${n}` }))
    await sync.dovecot.prefill(letters)
    await sync.dovecot.run(['CREATE Work'])
    await connect(sync)
    await syncNow(sync)
  })
  afterAll(() => sync[Symbol.asyncDispose]())

  it('are nothing when there are none', async () => {
    await sync.app.takeEvents()
    await syncNow(sync)
    expect((await sync.app.takeEvents()).filter((name) => name.startsWith('mail.message'))).toEqual([])
  })

  it('are flags that another program set', async () => {
    const { app, dovecot } = sync
    await dovecot.run(['SELECT INBOX', 'UID STORE 1 -FLAGS (\\Seen)', 'UID STORE 2 +FLAGS (\\Flagged)'])
    await app.takeEvents()
    await syncNow(sync)
    expect(await messageCalled(app, 'Letter 0')).toMatchObject({ seen: false })
    expect(await messageCalled(app, 'Letter 1')).toMatchObject({ seen: true, starred: true })
    expect((await app.takeEvents()).filter((name) => name === 'mail.message-changed')).toHaveLength(2)
  })

  it('are new messages', async () => {
    await sync.dovecot.deliver(mailText({ subject: 'Fresh', id: 'fresh' }))
    await syncNow(sync)
    expect(await messageCalled(sync.app, 'Fresh')).toMatchObject({ place: 'inbox', seen: false })
  })

  it('are a message that was erased there: it goes here too', async () => {
    const { app, dovecot } = sync
    const { id } = await messageCalled(app, 'Letter 3')
    await dovecot.run(['SELECT INBOX', 'UID STORE 4 +FLAGS (\\Deleted)', 'EXPUNGE'])
    await app.takeEvents()
    await syncNow(sync)
    expect(((await app.as(app.owner).call(getMessage, { id })) as Failure).code).toBe('message-not-found')
    expect(await app.takeEvents()).toContain('mail.message-removed')
  })

  it('are a message that was moved there: it is the same one elsewhere', async () => {
    const { app, dovecot } = sync
    const before = await messageCalled(app, 'Letter 5')
    await dovecot.run(['SELECT INBOX', 'UID MOVE 6 Trash', 'UID MOVE 7 Work'])
    await app.takeEvents()
    await syncNow(sync)
    expect(await messageCalled(app, 'Letter 5')).toMatchObject({ id: before.id, place: 'trash' })
    const moved = await messageCalled(app, 'Letter 6')
    expect(moved).toMatchObject({ place: 'archive', labels: [expect.any(String)] })
    const events = await app.takeEvents()
    expect(events).not.toContain('mail.message-added')
    expect(events).not.toContain('mail.message-removed')

    await dovecot.run(['SELECT Work', 'UID MOVE 1 INBOX'])
    await syncNow(sync)
    expect(await messageCalled(app, 'Letter 6')).toMatchObject({ id: moved.id, place: 'inbox', labels: [] })
  })

  it('are all uids of a mailbox: nothing is lost, fetched again or there twice', async () => {
    const { app, dovecot } = sync
    const before = (await allMessages(app)).map(({ id }) => id).sort()
    await dovecot.renumber('INBOX')
    await app.takeEvents()
    await syncNow(sync)
    expect((await allMessages(app)).map(({ id }) => id).sort()).toEqual(before)
    expect((await app.takeEvents()).filter((name) => /added|removed/.test(name))).toEqual([])
    const inbox = (await mailboxes(sync)).get('INBOX')!
    expect(inbox).toMatchObject({ state: 'synced', stored: inbox.messages })
    expect(await rows(app, 'SELECT * FROM mail_orphan')).toEqual([])
  })

  it('are a mailbox that is gone: its messages go, and its label where nothing bears it', async () => {
    const { app, dovecot } = sync
    await dovecot.run(['SELECT INBOX', 'COPY 1 Work'])
    await syncNow(sync)
    const copied = await messageCalled(app, 'Letter 0')
    expect(copied.labels).toHaveLength(1)
    await dovecot.run(['DELETE Work'])
    await syncNow(sync)
    expect(await messageCalled(app, 'Letter 0')).toMatchObject({ id: copied.id, place: 'inbox', labels: [] })
    expect((await mailboxes(sync)).has('Work')).toBe(false)
    expect((await app.call(listLabels, {})).items).toEqual([])
  })
})
