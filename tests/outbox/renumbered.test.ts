import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteMessages, listPendingChanges, modifyMessages } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { allMessages, messageCalled } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, eventually, openSyncApp, syncNow, type SyncApp } from '../sync/lib/sync-app.ts'
import { serverContents } from './server-contents.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)

describe.skipIf(missing !== null)('changes that wait while a mailbox is numbered anew', { timeout: 90_000 }, () => {
  let world: SyncApp
  beforeEach(async () => {
    world = await openSyncApp()
    // The second is long enough to lie in a file of its own.
    await world.dovecot.deliver(mailText({ subject: 'one', id: 'one' }))
    await world.dovecot.deliver(mailText({ subject: 'two', id: 'two', body: 'word '.repeat(80_000) }))
    await world.dovecot.deliver(mailText({ subject: 'three', id: 'three' }))
    await connect(world)
    await syncNow(world)
  }, 60_000)
  afterEach(() => world?.[Symbol.asyncDispose]())

  const pending = async () => (await world.app.call(listPendingChanges, {})).items
  const idsOf = (...subjects: string[]) =>
    Promise.all(subjects.map(async (subject) => (await messageCalled(world.app, subject)).id))
  const carried = async () => {
    await eventually(async () => (await pending()).length === 0)
    await syncNow(world)
  }

  it('erase what was erased for good, and it does not come back', async () => {
    const { app, dovecot } = world
    const messageIds = await idsOf('one', 'two', 'three')
    await app.call(modifyMessages, { messageIds, place: 'trash' })
    await syncNow(world)
    await dovecot.down()
    await app.call(deleteMessages, { messageIds: messageIds.slice(0, 2) })
    await app.takeEvents()
    await dovecot.renumber('Trash')
    await carried()
    expect(await serverContents(world)).toEqual({ Trash: ['three'] })
    expect((await allMessages(app)).map(({ subject }) => subject)).toEqual(['three'])
    expect((await app.takeEvents()).filter((name) => /added|removed/.test(name))).toEqual([])
  })

  it('are over where what was erased here is not there any more', async () => {
    const { app, dovecot } = world
    const messageIds = await idsOf('one')
    await app.call(modifyMessages, { messageIds, place: 'trash' })
    await syncNow(world)
    await dovecot.down()
    await app.call(deleteMessages, { messageIds })
    await rm(join(dovecot.folderOf('Trash'), 'cur'), { recursive: true })
    await dovecot.renumber('Trash')
    await carried()
    expect(await serverContents(world)).toEqual({ INBOX: ['three', 'two'] })
  })

  it('move each copy to where its owner wants it', async () => {
    const { app, dovecot } = world
    await dovecot.run(['CREATE Work', 'SELECT INBOX', 'COPY 1 Work'])
    await syncNow(world)
    await dovecot.down()
    await app.call(modifyMessages, { messageIds: await idsOf('one'), place: 'trash', seen: true })
    await dovecot.renumber('INBOX')
    await carried()
    expect(await serverContents(world)).toEqual({ INBOX: ['three', 'two'], Trash: ['one \\Seen'] })
    expect(await messageCalled(app, 'one')).toMatchObject({ place: 'trash', seen: true })
  })
})
