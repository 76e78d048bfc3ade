import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createLabel,
  deleteMessages,
  listLabels,
  listMessages,
  listPendingChanges,
  modifyMessages,
  restoreFlags,
  type MessageSummary,
} from '#modules/mail/contract.ts'
import { Failure } from '#kernel/failure.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { connect, eventually, openSyncApp, syncNow, type SyncApp } from '../sync/lib/sync-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { serverContents } from './server-contents.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)

describe.skipIf(missing !== null)('changes made here reach the server', () => {
  let world: SyncApp

  beforeEach(async () => {
    world = await openSyncApp()
    for (const subject of ['one', 'two'])
      await world.dovecot.deliver(mailText({ subject, id: subject, from: 'a@example.test' }))
    await connect(world)
    await syncNow(world)
  }, 60_000)
  afterEach(() => world?.[Symbol.asyncDispose]())

  const called = async (subject: string): Promise<MessageSummary> => {
    const { items } = await world.app.call(listMessages, { limit: 200 })
    return items.find((item) => item.subject === subject)!
  }
  const modify = async (subject: string, change: object) =>
    world.app.call(modifyMessages, { messageIds: [(await called(subject)).id], ...change })
  const pending = async () => (await world.app.call(listPendingChanges, {})).items

  it('reading, starring, archiving, trashing and back', async () => {
    expect(await serverContents(world)).toEqual({ INBOX: ['one', 'two'] })
    await modify('one', { seen: true, starred: true })
    await modify('two', { place: 'archive' })
    await world.app.settle()
    expect(await pending()).toEqual([])
    expect(await serverContents(world)).toEqual({ INBOX: ['one \\Flagged \\Seen'], Archive: ['two'] })
    const { before } = await modify('two', { place: 'trash', seen: true })
    await world.app.settle()
    expect(await serverContents(world)).toMatchObject({ Trash: ['two \\Seen'] })
    await world.app.call(restoreFlags, { before })
    await syncNow(world)
    expect(await serverContents(world)).toEqual({ INBOX: ['one \\Flagged \\Seen'], Archive: ['two'] })
    expect(await called('two')).toMatchObject({ place: 'archive', seen: false })
    expect(await called('one')).toMatchObject({ place: 'inbox', seen: true, starred: true })
  })

  it('labels, as copies in folders, and the other way round', async () => {
    const { id } = await world.app.call(createLabel, { name: 'Projects/Garden' })
    await modify('one', { addLabels: [id] })
    await syncNow(world)
    expect(await serverContents(world)).toEqual({ INBOX: ['one', 'two'], 'Projects/Garden': ['one'] })
    expect(await called('one')).toMatchObject({ labels: [id], place: 'inbox' })
    await modify('one', { removeLabels: [id] })
    await syncNow(world)
    expect(await serverContents(world)).toEqual({ INBOX: ['one', 'two'] })
    expect(await called('one')).toMatchObject({ labels: [] })
    expect((await world.app.call(listLabels, {})).items).toMatchObject([{ id, messages: 0 }])
  })

  it('sends nothing of what was undone before it was sent', async () => {
    await world.dovecot.down()
    await modify('one', { seen: true })
    await modify('one', { seen: false })
    await world.dovecot.up()
    await eventually(async () => (await pending()).length === 0)
    expect(await serverContents(world)).toEqual({ INBOX: ['one', 'two'] })
  })

  it('keeps what was changed while the server was away, and carries it once it is back', async () => {
    await world.dovecot.down()
    await modify('one', { seen: true, place: 'archive' })
    await modify('two', { starred: true })
    await eventually(async () => (await pending()).every(({ state }) => state === 'sending'))
    await world.dovecot.up()
    await eventually(async () => (await pending()).length === 0)
    expect(await serverContents(world)).toEqual({ Archive: ['one \\Seen'], INBOX: ['two \\Flagged'] })
    await syncNow(world)
    expect(await called('one')).toMatchObject({ place: 'archive', seen: true })
    expect(await called('two')).toMatchObject({ place: 'inbox', starred: true })
  })

  it('erases for good what is in the trash, on both sides, and nothing that is elsewhere', async () => {
    const one = await called('one')
    const refused = await world.app.as(world.app.owner).call(deleteMessages, { messageIds: [one.id] })
    expect(refused).toBeInstanceOf(Failure)
    await modify('one', { place: 'trash' })
    await world.app.settle()
    await world.app.call(deleteMessages, { messageIds: [one.id] })
    await syncNow(world)
    expect(await serverContents(world)).toEqual({ INBOX: ['two'] })
    expect(await called('one')).toBeUndefined()
  })

  it('puts a message back as the server has it where the server refuses, and tells its owner', async () => {
    const { id } = await world.app.call(createLabel, { name: 'no*such' })
    await world.app.takeEvents()
    await modify('one', { addLabels: [id] })
    await world.app.settle()
    expect(await world.app.takeEvents()).toEqual([
      'mail.message-changed',
      'mail.change-refused',
      'mail.message-changed',
    ])
    expect(await called('one')).toMatchObject({ labels: [] })
    expect(await pending()).toMatchObject([
      { state: 'refused', aspects: ['labels'], problem: { code: 'cannot-carry' } },
    ])
  })
})
