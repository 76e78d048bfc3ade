import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  attach,
  continueDraft,
  createDraft,
  deleteDraft,
  getDraft,
  listDrafts,
  listMessages,
  listPendingChanges,
  sendDraft,
  updateDraft,
  type Draft,
} from '#modules/mail/contract.ts'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { Failure } from '#kernel/failure.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { openImap } from '#modules/mail/server/sync/imap/open-imap.ts'
import { connect, eventually, openSyncApp, syncNow, type SyncApp } from '../sync/lib/sync-app.ts'
import { startMailServer, type MailServer } from './mail-server.ts'
import { post, upload } from './sending-app.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)

describe.skipIf(missing !== null)('drafts are on the server too', () => {
  let world: SyncApp
  let smtp: MailServer
  let ahead = 0

  beforeEach(async () => {
    ahead = 0
    smtp = await startMailServer()
    world = await openSyncApp({ app: { clock: () => Date.now() + ahead } })
    await connect(world, { smtpHost: '127.0.0.1', smtpPort: smtp.port, smtpSecurity: 'none' })
    await syncNow(world)
    await world.app.call(updateSetting, { name: 'mail.undo-seconds', value: 0 })
  }, 60_000)
  afterEach(async () => {
    await world?.[Symbol.asyncDispose]()
    await smtp?.[Symbol.asyncDispose]()
  })

  const write = (bodyText: string, more: object = {}): Promise<Draft> =>
    world.app.call(createDraft, {
      to: [{ name: 'Ben', address: 'ben@example.test' }],
      bcc: [{ name: '', address: 'quiet@example.test' }],
      subject: 'Lunch',
      bodyText,
      ...more,
    } as never)

  /** Lets the pause after a change pass, and all that follows from it. */
  async function rest(): Promise<void> {
    ahead += 6000
    await syncNow(world)
    await syncNow(world)
  }

  const drafts = async () => (await world.app.call(listDrafts, {})).items
  const foreign = async () => (await world.app.call(listMessages, { place: 'drafts' })).items

  it('after a pause, each revision in place of the one before, and gone when they are discarded', async () => {
    const draft = await write('At noon?')
    expect(await onServer(world)).toEqual([])
    await rest()
    const [copy, ...others] = await onServer(world)
    expect(others).toEqual([])
    expect(copy).toMatchObject({ flags: expect.arrayContaining(['\\Draft', '\\Seen']) })
    expect(copy!.source).toMatch(/^To: Ben <ben@example\.test>/m)
    expect(copy!.source).toMatch(/^Bcc: quiet@example\.test/m)
    expect(copy!.source).toContain('At noon?')

    // What is on the server is the draft itself, and is shown once.
    expect(await drafts()).toMatchObject([{ id: draft.id, rev: 1 }])
    expect(await foreign()).toEqual([])
    expect((await world.app.call(listMessages, {})).items).toEqual([])

    await world.app.call(updateDraft, { id: draft.id, rev: 1, bodyText: 'At one?' })
    await world.app.call(updateDraft, { id: draft.id, rev: 2, bodyText: 'At two?' })
    await rest()
    expect((await onServer(world)).map(({ source }) => bodyOf(source))).toEqual(['At two?'])

    await world.app.call(deleteDraft, { id: draft.id })
    await rest()
    expect(await onServer(world)).toEqual([])
    expect(await foreign()).toEqual([])
  }, 60_000)

  it('gone when they are sent', async () => {
    const draft = await write('At noon?')
    await rest()
    expect(await onServer(world)).toHaveLength(1)
    await world.app.call(sendDraft, { draftId: draft.id })
    await eventually(async () => smtp.received.length === 1)
    await rest()
    expect(await onServer(world)).toEqual([])
    expect(await drafts()).toEqual([])
    expect(smtp.received[0]!.source).not.toMatch(/^Bcc/m)
  }, 60_000)

  it('begun elsewhere, they are read and continued here, with their files and what they answer', async () => {
    await world.dovecot.deliver(
      'From: Ben <ben@example.test>\r\nTo: alice@example.test\r\nSubject: Lunch\r\nMessage-ID: <asked@example.test>\r\n\r\nWhen?\r\n',
    )
    await appendDraft(world, DRAFT_WITH_FILE)
    await syncNow(world)
    const [message] = await foreign()
    expect(message).toMatchObject({ subject: 'Re: Lunch' })

    const { status, value } = await post(world.app, continueDraft, { messageId: message!.id })
    expect(status, JSON.stringify(value)).toBe(200)
    const [asked] = (await world.app.call(listMessages, { place: 'inbox' })).items
    expect(value).toMatchObject({
      kind: 'reply',
      inReplyTo: asked!.id,
      to: [{ name: 'Ben', address: 'ben@example.test' }],
      bcc: [{ address: 'quiet@example.test' }],
      subject: 'Re: Lunch',
      bodyText: expect.stringContaining('Let me see'),
      attachments: [{ filename: 'menu.txt', size: 4 }],
    })
    expect(await foreign()).toEqual([])
    expect(await onServer(world)).toHaveLength(1)
    // A second window finds no such message: its draft is listed instead.
    expect((await post(world.app, continueDraft, { messageId: message!.id })).status).toBe(404)

    await world.app.call(updateDraft, { id: value.id, bodyText: 'At noon, then.' })
    await rest()
    const copies = await onServer(world)
    expect(copies).toHaveLength(1)
    expect(copies[0]!.source).toContain('At noon, then.')
    expect(copies[0]!.source).toMatch(/^In-Reply-To: <asked@example\.test>/m)
    expect(copies[0]!.source).toContain('menu.txt')
  }, 60_000)

  it('refuses to go on with a message that is no draft, and with one of another person', async () => {
    await world.dovecot.deliver('Subject: Hello\r\n\r\nHello\r\n')
    await appendDraft(world, DRAFT_WITH_FILE)
    await syncNow(world)
    const [hello] = (await world.app.call(listMessages, { place: 'inbox' })).items
    expect((await post(world.app, continueDraft, { messageId: hello!.id })).value).toMatchObject({
      code: 'not-a-draft',
    })
  }, 60_000)

  it('thrown away elsewhere, they go here as well; changed on both sides, both stay', async () => {
    const one = await write('One')
    const two = await write('Two')
    await rest()
    expect(await onServer(world)).toHaveLength(2)

    // Another program replaces the second while it is changed here, and throws the first away.
    await eraseOnServer(world)
    await appendDraft(world, 'Subject: Lunch\r\nMessage-ID: <other@phone.test>\r\n\r\nTwo, from the phone\r\n')
    await world.app.call(updateDraft, { id: two.id, bodyText: 'Two, from here' })
    await rest()
    expect((await drafts()).map(({ id }) => id)).toEqual([two.id])
    expect(await world.app.as(world.app.owner).call(getDraft, { id: one.id })).toBeInstanceOf(Failure)
    expect((await onServer(world)).map(({ source }) => bodyOf(source)).sort()).toEqual([
      'Two, from here',
      'Two, from the phone',
    ])
    expect((await foreign()).map(({ snippet }) => snippet)).toEqual(['Two, from the phone'])
  }, 60_000)

  it('moved to the trash elsewhere, a draft is in the trash here too', async () => {
    await write('Not this')
    await rest()
    await moveOnServer(world, 'Trash')
    await rest()
    expect(await drafts()).toEqual([])
    expect((await world.app.call(listMessages, { place: 'trash' })).items).toMatchObject([{ subject: 'Lunch' }])
    expect(await onServer(world)).toEqual([])
  }, 60_000)

  it('stay what they are when their mailbox is numbered anew', async () => {
    const draft = await write('At noon?')
    await rest()
    await world.dovecot.renumber('Drafts')
    await rest()
    expect(await drafts()).toMatchObject([{ id: draft.id }])
    expect(await foreign()).toEqual([])
    await world.app.call(updateDraft, { id: draft.id, bodyText: 'At one?' })
    await rest()
    expect((await onServer(world)).map(({ source }) => bodyOf(source))).toEqual(['At one?'])
  }, 60_000)

  it('discarded while the server is away, they are gone from it once it is back', async () => {
    const kept = await write('Kept')
    const draft = await write('At noon?')
    await rest()
    await world.dovecot.down()
    await world.app.call(deleteDraft, { id: draft.id })
    await world.app.call(updateDraft, { id: kept.id, bodyText: 'Kept and changed' })
    ahead += 6000
    const waiting = async () => (await world.app.call(listPendingChanges, {})).items
    await eventually(async () => (await waiting()).length === 3)
    await world.dovecot.up()
    await eventually(async () => (await waiting()).length === 0)
    expect((await onServer(world)).map(({ source }) => bodyOf(source))).toEqual(['Kept and changed'])
    await syncNow(world)
    expect(await foreign()).toEqual([])
  }, 90_000)

  it('keep their files on the server and let go of them', async () => {
    const draft = await write('See the file')
    const uploadId = await upload(world.app, 'large.bin', 'x'.repeat(400_000))
    expect((await post(world.app, attach, { draftId: draft.id, uploadId })).status).toBe(200)
    await rest()
    expect((await onServer(world))[0]!.source.length).toBeGreaterThan(500_000)
    await world.app.call(deleteDraft, { id: draft.id })
    await rest()
    expect(await onServer(world)).toEqual([])
  }, 60_000)
})

const DRAFT_WITH_FILE = [
  'From: alice@example.test',
  'To: Ben <ben@example.test>',
  'Bcc: quiet@example.test',
  'Subject: Re: Lunch',
  'Message-ID: <phone@example.test>',
  'In-Reply-To: <asked@example.test>',
  'References: <asked@example.test>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'Let me see',
  '--b',
  'Content-Type: text/plain; name=menu.txt',
  'Content-Disposition: attachment; filename=menu.txt',
  '',
  'soup',
  '--b--',
  '',
].join('\r\n')

async function withImap<T>(
  { dovecot }: SyncApp,
  use: (store: Awaited<ReturnType<typeof openImap>>) => Promise<T>,
): Promise<T> {
  const auth = { user: 'alice', pass: 'secret' }
  const store = await openImap({ host: '127.0.0.1', port: dovecot.port, security: 'none', auth })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** What lies among the drafts of the server. */
function onServer(world: SyncApp): Promise<{ flags: string[]; source: string }[]> {
  return withImap(world, async (store) => {
    if (!(await store.listMailboxes()).some(({ path }) => path === 'Drafts')) return []
    await store.open('Drafts', { readOnly: true })
    const found: { flags: string[]; source: string }[] = []
    for await (const { flags, source } of store.fetch(await store.listUids()))
      found.push({ flags, source: Buffer.from(source!).toString() })
    return found
  })
}

function appendDraft(world: SyncApp, source: string): Promise<unknown> {
  return withImap(world, async (store) => {
    await store.createMailbox('Drafts').catch(() => undefined)
    return store.append('Drafts', Buffer.from(source), { flags: ['\\Draft'] })
  })
}

function eraseOnServer(world: SyncApp): Promise<void> {
  return withImap(world, async (store) => {
    await store.open('Drafts')
    await store.expunge(await store.listUids())
  })
}

function moveOnServer(world: SyncApp, to: string): Promise<unknown> {
  return withImap(world, async (store) => {
    await store.createMailbox(to).catch(() => undefined)
    await store.open('Drafts')
    return store.move(await store.listUids(), to)
  })
}

const bodyOf = (source: string) => source.slice(source.indexOf('\r\n\r\n')).trim()
