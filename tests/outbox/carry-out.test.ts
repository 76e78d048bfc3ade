import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Dovecot, dovecotMissing } from '#testing/dovecot.ts'
import type { Place } from '#modules/mail/contract.ts'
import { canonicalSource } from '#modules/mail/server/archive/canonical-source.ts'
import { carryOut } from '#modules/mail/server/outbox/carry-out.ts'
import type {
  ChangeTask,
  KnownPlacement,
  MessageIdentity,
  PushEntry,
  PushWork,
} from '#modules/mail/server/outbox/push-work.ts'
import { toFlagBits } from '#modules/mail/server/sync/flag-bits.ts'
import { openImap } from '#modules/mail/server/sync/imap/open-imap.ts'
import type { RemoteStore } from '#modules/mail/server/sync/remote-store.ts'

const missing = dovecotMissing()
if (missing && process.env.CI === 'true') throw new Error(missing)

describe.skipIf(missing !== null)('carrying changes to a real IMAP server', () => {
  let server: Dovecot
  let store: RemoteStore
  let user = 0

  beforeAll(async () => {
    const users = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`user${n}`, 'secret']))
    server = await Dovecot.start({ users })
  }, 60_000)
  afterAll(() => server?.[Symbol.asyncDispose]())
  beforeEach(async () => {
    await store?.close()
    user += 1
    store = await openImap({
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      auth: { user: `user${user}`, pass: 'secret' },
    })
  })
  afterAll(() => store?.close())

  const deliver = (subject: string, mailbox = 'INBOX') =>
    server.deliver(source(subject), { mailbox, user: `user${user}` })

  it('reads and stars, and does nothing where it is so already', async () => {
    await deliver('one')
    const work = await workOf(store, 'one', { aspects: ['seen', 'starred'], seen: true, starred: true })
    expect(await carryOut(store, work, noSource)).toMatchObject([{ state: 'done', gone: [], found: [{ flags: 5 }] }])
    expect(await contents(store)).toEqual({ INBOX: ['one \\Flagged \\Seen'] })
    const again = await workOf(store, 'one', { aspects: ['seen'], seen: false })
    await carryOut(store, again, noSource)
    expect(await contents(store)).toEqual({ INBOX: ['one \\Flagged'] })
  })

  it('moves to each place, also one whose mailbox is to be made, and says where the message lies then', async () => {
    await deliver('one')
    for (const place of ['trash', 'junk', 'archive', 'inbox'] as const) {
      const work = await workOf(store, 'one', { aspects: ['place'], place })
      const [outcome] = await carryOut(store, work, noSource)
      expect(outcome).toMatchObject({ state: 'done', gone: [{}], found: [{}] })
      expect(await contents(store)).toEqual({ [NAMES[place]]: ['one'] })
    }
    const work = await workOf(store, 'one', { aspects: ['place'], place: 'archive' })
    work.mailboxes = work.mailboxes.filter(({ role }) => role !== 'archive')
    // A mailbox that is made is for sync to meet first.
    expect(await carryOut(store, work, noSource)).toMatchObject([{ state: 'waiting', gone: [], found: [] }])
    expect(await contents(store)).toEqual({ INBOX: ['one'] })
  })

  it('a label is a copy in a folder, made where there is none; the last copy goes to its place', async () => {
    await deliver('one')
    for (const state of ['waiting', 'done']) {
      const work = await workOf(store, 'one', { aspects: ['labels'], added: ['Work/Old'] })
      expect(await carryOut(store, work, noSource)).toMatchObject([{ state }])
    }
    expect(await contents(store)).toEqual({ INBOX: ['one'], 'Work/Old': ['one'] })
    await carryOut(store, await workOf(store, 'one', { aspects: ['place'], place: 'archive' }), noSource)
    expect(await contents(store)).toEqual({ Archive: ['one'], 'Work/Old': ['one'] })
    await carryOut(store, await workOf(store, 'one', { aspects: ['labels'], removed: ['work/old'] }), noSource)
    expect(await contents(store)).toEqual({ Archive: ['one'] })

    await store.createMailbox('Projects')
    await deliver('two', 'Projects')
    const alone = { aspects: ['labels' as const], removed: ['Projects'], place: 'archive' as const }
    await carryOut(store, await workOf(store, 'two', alone), noSource)
    expect(await contents(store)).toEqual({ Archive: ['one', 'two'] })
  })

  it('without its label a message is where its owner sees it, whatever other copies say', async () => {
    await store.createMailbox('Projects')
    await store.createMailbox('Later')
    for (const mailbox of ['Junk', 'Projects']) await deliver('one', mailbox)
    const unlabelled = { aspects: ['labels' as const], removed: ['Projects'], place: 'archive' as const }
    await carryOut(store, await workOf(store, 'one', unlabelled), noSource)
    expect(await contents(store)).toEqual({ Archive: ['one'], Junk: ['one'] })

    await deliver('two', 'Projects')
    await carryOut(store, await workOf(store, 'two', { ...unlabelled, added: ['Later'] }), noSource)
    expect(await contents(store)).toMatchObject({ Archive: ['one', 'two'], Later: ['two'] })

    await deliver('three', 'Projects')
    const moved = { ...unlabelled, aspects: ['place' as const, 'labels' as const], place: 'inbox' as const }
    await carryOut(store, await workOf(store, 'three', moved), noSource)
    const all = { INBOX: ['three'], Archive: ['one', 'two'], Junk: ['one'], Later: ['two'] }
    expect(await contents(store)).toEqual(all)
  })

  it('does not erase a copy whose twin is gone by then', async () => {
    await deliver('one')
    await deliver('one', 'Projects')
    const work = await workOf(store, 'one', { aspects: ['labels'], removed: ['Projects'] })
    await store.open('INBOX')
    await store.expunge([1])
    expect(await carryOut(store, work, noSource)).toMatchObject([{ state: 'waiting' }])
    expect(await contents(store)).toEqual({ Projects: ['one'] })
  })

  it('a label taken to the trash comes back with its message', async () => {
    await deliver('one')
    await deliver('one', 'Projects')
    await carryOut(store, await workOf(store, 'one', { aspects: ['place'], place: 'trash' }), noSource)
    expect(await contents(store)).toEqual({ Trash: ['one'] })
    const back = { aspects: ['place' as const], place: 'inbox' as const, labels: ['Projects'] }
    await carryOut(store, await workOf(store, 'one', back), noSource)
    expect(await contents(store)).toEqual({ INBOX: ['one'], Projects: ['one'] })
  })

  it('carried twice, as after a kill, it is as carried once', async () => {
    await deliver('one')
    await deliver('one', 'Projects')
    const work = await workOf(store, 'one', {
      aspects: ['seen', 'place', 'labels'],
      seen: true,
      place: 'archive',
      added: ['Later'],
    })
    const later = { id: 'later', path: 'Later', delimiter: '/', role: null, uidValidity: 0, uidNext: 1 }
    await store.createMailbox('Later')
    later.uidValidity = (await store.open('Later')).uidValidity
    work.mailboxes.push(later)
    await carryOut(store, work, noSource)
    const after = { Archive: ['one \\Seen'], Later: ['one \\Seen'], Projects: ['one \\Seen'] }
    expect(await contents(store)).toEqual(after)
    for (const entry of work.entries) entry.attempts += 1
    // What it knows of the message is old by now: sync comes first.
    expect(await carryOut(store, work, noSource)).toMatchObject([{ state: 'waiting' }])
    expect(await contents(store)).toEqual(after)
  })

  it('knows its own copy again that it did not come to note', async () => {
    await deliver('one')
    await store.createMailbox('Later')
    const work = await workOf(store, 'one', { aspects: ['labels'], added: ['Later'] })
    await carryOut(store, work, noSource)
    for (const entry of work.entries) entry.attempts += 1
    const [outcome] = await carryOut(store, work, noSource)
    expect(outcome).toMatchObject({ state: 'done', found: [{ mailboxId: 'Later', uid: 1 }] })
    expect(await contents(store)).toEqual({ INBOX: ['one'], Later: ['one'] })
  })

  it('ends a move that the server had done half when it died', async () => {
    await deliver('one')
    const work = await workOf(store, 'one', { aspects: ['place'], place: 'archive' })
    await store.open('INBOX')
    await store.copy([1], 'Archive')
    for (const entry of work.entries) entry.attempts += 1
    expect(await carryOut(store, work, noSource)).toMatchObject([{ state: 'done', gone: [{ uid: 1 }], found: [{}] }])
    expect(await contents(store)).toEqual({ Archive: ['one'] })
  })

  it('puts a message that was made here into its mailbox once, however often it is tried', async () => {
    const bytes = canonicalSource(Buffer.from(source('made here')))
    const work = await emptyWork(store)
    const task = {
      kind: 'append' as const,
      messageId: 'm',
      place: 'sent' as const,
      seen: true,
      starred: false,
      receivedAt: Date.UTC(2026, 0, 1),
      identity: identityOf('made here'),
    }
    work.entries.push({ id: 'entry', attempts: 1, task })
    expect(await carryOut(store, work, async () => bytes)).toMatchObject([{ found: [{ uid: 1, flags: 1 }] }])
    expect(await carryOut(store, work, async () => bytes)).toMatchObject([{ found: [{ uid: 1 }] }])
    expect(await contents(store)).toEqual({ Sent: ['made here \\Seen'] })
  })

  it('erases for good only where the numbers still hold', async () => {
    await deliver('one', 'Trash')
    await deliver('two', 'Trash')
    const work = await workOf(store, 'one', { aspects: [] })
    const trash = work.mailboxes.find(({ role }) => role === 'trash')!
    const at = (uidValidity: number) => [{ mailboxId: trash.id, uid: 1, uidValidity }]
    work.entries = [{ id: 'e', attempts: 1, task: { kind: 'expunge', placements: at(trash.uidValidity + 1) } }]
    expect(await carryOut(store, work, noSource)).toMatchObject([{ state: 'waiting' }])
    expect((await contents(store)).Trash).toHaveLength(2)
    work.entries = [{ id: 'e', attempts: 1, task: { kind: 'expunge', placements: at(trash.uidValidity) } }]
    await carryOut(store, work, noSource)
    expect((await contents(store)).Trash).toHaveLength(1)
  })

  it('refuses what the server cannot have, and leaves the rest of the run alone', async () => {
    await deliver('one')
    await deliver('two')
    const work = await workOf(store, 'one', { aspects: ['labels'], added: ['a*b'] })
    const other = await workOf(store, 'two', { aspects: ['seen'], seen: true })
    work.entries.push({ ...other.entries[0]!, id: 'other' })
    expect(await carryOut(store, work, noSource)).toMatchObject([
      { state: 'refused', problem: { code: 'cannot-carry' } },
      { entryId: 'other', state: 'done' },
    ])
  })

  it('waits for sync where a mailbox was numbered anew', async () => {
    await deliver('one')
    const work = await workOf(store, 'one', { aspects: ['seen'], seen: true })
    work.mailboxes.find(({ role }) => role === 'inbox')!.uidValidity += 1
    expect(await carryOut(store, work, noSource)).toMatchObject([{ state: 'waiting' }])
    expect(await contents(store)).toEqual({ INBOX: ['one'] })
  })

  it('stops where the connection is lost', async () => {
    await deliver('one')
    const work = await workOf(store, 'one', { aspects: ['seen'], seen: true })
    await store.close()
    await expect(carryOut(store, work, noSource)).rejects.toThrow(/connection/i)
  })
})

const NAMES: Partial<Record<Place, string>> & Record<'trash' | 'junk' | 'archive' | 'inbox', string> = {
  inbox: 'INBOX',
  archive: 'Archive',
  junk: 'Junk',
  trash: 'Trash',
}

const noSource = async () => null

const source = (subject: string) =>
  `From: a@example.test\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@example.test>\r\n\r\nHello ${subject}\r\n`

function identityOf(subject: string): MessageIdentity {
  const bytes = canonicalSource(Buffer.from(source(subject)))
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    messageId: `${subject.replaceAll(' ', '-')}@example.test`,
    size: bytes.length,
  }
}

async function emptyWork(store: RemoteStore): Promise<PushWork> {
  const mailboxes = (await store.listMailboxes()).map(({ path, delimiter, role, state }) => ({
    id: path,
    path,
    delimiter,
    role,
    uidValidity: state!.uidValidity,
    uidNext: state!.uidNext,
  }))
  return { entries: [], mailboxes, held: 0, again: false }
}

/** What a run would be told of a message, read off the server. */
async function workOf(
  store: RemoteStore,
  subject: string,
  { aspects, ...wanted }: { aspects: ChangeTask['aspects'] } & Partial<ChangeTask['wanted']>,
): Promise<PushWork> {
  const work = await emptyWork(store)
  const placements: KnownPlacement[] = []
  for (const mailbox of work.mailboxes) {
    await store.open(mailbox.path, { readOnly: true })
    for await (const { uid, flags, messageId } of store.overview(await store.listUids())) {
      if (messageId === identityOf(subject).messageId)
        placements.push({ mailboxId: mailbox.id, uid, flags: toFlagBits(flags).bits, labels: null })
    }
  }
  const task: ChangeTask = {
    kind: 'change',
    messageId: subject,
    aspects,
    wanted: {
      seen: false,
      starred: false,
      answered: false,
      place: 'inbox',
      added: [],
      removed: [],
      labels: [],
      ...wanted,
    },
    placements,
    identity: identityOf(subject),
  }
  const entry: PushEntry = { id: 'entry', attempts: 1, task }
  work.entries.push(entry)
  return work
}

/** Every message of every mailbox that is not empty: its subject and flags. */
async function contents(store: RemoteStore): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const { path } of await store.listMailboxes()) {
    await store.open(path, { readOnly: true })
    const messages: string[] = []
    for await (const { flags, messageId } of store.overview(await store.listUids())) {
      const shown = flags.filter((flag) => flag !== '\\Recent').sort()
      messages.push([messageId!.split('@')[0]!.replaceAll('-', ' '), ...shown].join(' '))
    }
    if (messages.length > 0) all[path] = messages.sort()
  }
  return all
}
