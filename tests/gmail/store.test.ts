import { expect, it, vi } from 'vitest'
import { openTestApp } from '#testing/test-app.ts'
import { ADDRESS, startFakeGmail } from './fake-gmail.ts'
import { fetchAll, openStore, seeds, subjectOf } from './store-app.ts'

// Two servers and a Daybook a test: slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

const ALL = '[Gmail]/All Mail'
const TRASH = '[Gmail]/Trash'
const SPAM = '[Gmail]/Spam'

it('shows an account as all mail, spam and trash, the newest mail with the highest numbers', async () => {
  const messages = seeds(9, (n) => (n === 3 ? ['TRASH'] : n === 5 ? ['SPAM', 'UNREAD'] : ['INBOX', 'Label_1']))
  await using gmail = await startFakeGmail({ messages, labels: [{ id: 'Label_1', name: 'Work/Plans' }] })
  await using app = await openTestApp()
  const { store } = openStore(app, gmail)

  const mailboxes = await store.listMailboxes()
  expect(mailboxes.map(({ path, role, state }) => [path, role, state!.exists])).toEqual([
    [ALL, 'all', 9],
    [SPAM, 'junk', 1],
    [TRASH, 'trash', 1],
  ])
  await store.open(ALL)
  const uids = await store.listUids()
  const got = await fetchAll(store, uids)
  expect(uids.map((uid) => subjectOf(got.get(uid)!))).toEqual([0, 1, 2, 4, 6, 7, 8].map((n) => `Letter ${n}`))
  const newest = got.get(uids.at(-1)!)!
  expect(newest).toMatchObject({ flags: ['\\Seen'], labels: ['\\Inbox', 'Work/Plans'], failure: null })
  expect(newest.remoteId).toBe(BigInt(`0x${messages[8]!.id}`).toString())
  expect(newest.receivedAt).toBe(Date.parse(messages[8]!.date!))
  await store.open(SPAM)
  const [spam] = await store.listUids()
  expect((await fetchAll(store, [spam!])).get(spam!)!.flags).toEqual([])
})

it('walks on past empty pages, and goes on where it stood', async () => {
  await using gmail = await startFakeGmail({ messages: seeds(30) })
  await using app = await openTestApp()
  Object.assign(gmail.faults, { emptyPages: true, pageSize: 7 })
  const { store } = openStore(app, gmail)
  await store.open(ALL)

  const newest = await store.listUids({ most: 5 })
  expect(newest).toHaveLength(5)
  gmail.takeCalls()
  const again = openStore(app, gmail).store
  await again.open(ALL)
  const uids = await again.listUids()
  expect(uids).toHaveLength(30)
  expect(uids.slice(-5)).toEqual(newest)
  // Seven of thirty were listed before: four pages are left, each behind an empty one.
  expect(gmail.takeCalls().filter((call) => call === 'GET messages')).toHaveLength(8)
  expect(await again.listUids()).toEqual(uids)
  expect(gmail.takeCalls()).toEqual([])
})

it('lists no more than the window holds, and walks anew when it widens', async () => {
  const messages = seeds(20)
  await using gmail = await startFakeGmail({ messages })
  await using app = await openTestApp()
  const { store } = openStore(app, gmail)
  await store.open(ALL)
  const since = Date.parse(messages[12]!.date!) - 1000
  const within = await store.listUids({ since })
  expect(within).toHaveLength(8)
  const all = await store.listUids()
  expect(all).toHaveLength(20)
  expect(all.slice(-8)).toEqual(within)
  expect(await store.listUids({ since })).toEqual(within)
})

it.each([{ batches: true }, { batches: false }])('gets messages by batches, or one by one: %o', async ({ batches }) => {
  await using gmail = await startFakeGmail({ messages: seeds(25) })
  await using app = await openTestApp()
  gmail.faults.batches = batches
  const { store, client } = openStore(app, gmail)
  await store.open(ALL)
  const uids = await store.listUids()
  const got = await fetchAll(store, uids)
  expect(uids.map((uid) => subjectOf(got.get(uid)!))).toEqual(seeds(25).map(({ subject }) => subject))
  expect(client.batches).toBe(batches)
  expect(gmail.compressed).toBeGreaterThan(0)
})

it('tells what changed since any state: flags, labels, moves, deletions and arrivals', async () => {
  const messages = seeds(6)
  await using gmail = await startFakeGmail({ messages, labels: [{ id: 'Label_1', name: 'Later' }] })
  await using app = await openTestApp()
  Object.assign(gmail.faults, { pageSize: 2, unordered: true })
  const { store } = openStore(app, gmail)
  const before = await store.open(ALL)
  const uids = await store.listUids()
  await fetchAll(store, uids)
  const ids = messages.map(({ id }) => id)
  const modify = (n: number, requestBody: object) =>
    gmail.other.users.messages.modify({ userId: 'me', id: ids[n]!, requestBody })

  await modify(0, { removeLabelIds: ['UNREAD'] })
  await modify(1, { addLabelIds: ['STARRED', 'Label_1'], removeLabelIds: ['INBOX'] })
  await modify(1, { removeLabelIds: ['STARRED'] })
  await gmail.other.users.messages.trash({ userId: 'me', id: ids[2]! })
  await gmail.other.users.messages.delete({ userId: 'me', id: ids[3]! })
  await gmail.other.users.messages.trash({ userId: 'me', id: ids[4]! })
  await modify(4, { removeLabelIds: ['TRASH'] })
  await arrive(gmail, 'Something new')

  const after = await store.open(ALL)
  const cursor = {
    uidValidity: after.uidValidity,
    highestModseq: before.highestModseq,
    from: 1,
    to: before.uidNext - 1,
  }
  const changes = await store.changes(cursor)
  expect(changes.flags.map(({ uid, flags, labels }) => [uids.indexOf(uid), flags, labels])).toEqual([
    [0, ['\\Seen'], ['\\Inbox']],
    [1, [], ['Later']],
    [4, [], []],
  ])
  expect(changes.vanished!.map((uid) => uids.indexOf(uid))).toEqual([2, 3])
  const fresh = await store.listUids({ from: before.uidNext })
  expect([...(await fetchAll(store, fresh)).values()].map(subjectOf)).toEqual(['Something new'])

  await store.open(TRASH)
  const trashed = await store.listUids()
  expect([...(await fetchAll(store, trashed)).values()].map(subjectOf)).toEqual(['Letter 2'])
  // Nothing more since.
  await store.open(ALL)
  expect(await store.changes({ ...cursor, highestModseq: after.highestModseq })).toEqual({ flags: [], vanished: [] })
})

it('compares all where Gmail forgot the history, once, and tells only what differs', async () => {
  const messages = seeds(12)
  await using gmail = await startFakeGmail({ messages, labels: [{ id: 'Label_1', name: 'Later' }] })
  await using app = await openTestApp()
  const { store } = openStore(app, gmail)
  const before = await store.open(ALL)
  const uids = await store.listUids()
  await fetchAll(store, uids)

  const ids = messages.map(({ id }) => id)
  await gmail.other.users.messages.delete({ userId: 'me', id: ids[3]! })
  await gmail.other.users.messages.modify({
    userId: 'me',
    id: ids[5]!,
    requestBody: { addLabelIds: ['Label_1'], removeLabelIds: ['UNREAD'] },
  })
  await gmail.other.users.messages.trash({ userId: 'me', id: ids[7]! })
  await arrive(gmail, 'While the history was lost')
  gmail.faults.forgottenBefore = BigInt(await gmail.historyId())

  gmail.takeCalls()
  const after = await store.open(ALL)
  expect(gmail.takeCalls().filter((call) => call === 'GET profile')).toHaveLength(1)
  const cursor = {
    uidValidity: after.uidValidity,
    highestModseq: before.highestModseq,
    from: 1,
    to: before.uidNext - 1,
  }
  const { flags, vanished } = await store.changes(cursor)
  expect(flags.map(({ uid, flags, labels }) => [uids.indexOf(uid), flags, labels])).toEqual([
    [5, ['\\Seen'], ['\\Inbox', 'Later']],
  ])
  expect(vanished!.map((uid) => uids.indexOf(uid))).toEqual([3, 7])
  const fresh = await store.listUids({ from: before.uidNext })
  expect([...(await fetchAll(store, fresh)).values()].map(subjectOf)).toEqual(['While the history was lost'])

  // The next look goes by the history again.
  gmail.takeCalls()
  await store.open(ALL)
  expect(gmail.takeCalls()).not.toContain('GET messages')
})

it('begins to compare again where it was stopped, and keeps the old state until all is there', async () => {
  await using gmail = await startFakeGmail({ messages: seeds(12) })
  await using app = await openTestApp()
  const { store, index } = openStore(app, gmail)
  await store.open(ALL)
  await store.listUids()
  const { historyId } = (await index.state())!
  await gmail.other.users.messages.delete({ userId: 'me', id: seeds(1)[0]!.id })
  gmail.faults.forgottenBefore = BigInt(await gmail.historyId())
  gmail.faults.limited = { times: 1000, status: 429 }
  await expect(store.open(ALL)).rejects.toThrow('rateLimitExceeded')
  expect((await index.state())!.historyId).toBe(historyId)

  gmail.faults.limited.times = 0
  const again = openStore(app, gmail).store
  await again.open(ALL)
  expect(await again.listUids()).toHaveLength(11)
})

it('waits as the server asks and tries again, and says so', async () => {
  await using gmail = await startFakeGmail({ messages: seeds(5) })
  await using app = await openTestApp()
  const { store, governor, index } = openStore(app, gmail)
  gmail.faults.limited = { times: 2, status: 429, retryAfter: '0' }
  await store.open(ALL)
  const uids = await store.listUids()
  gmail.faults.limited = { times: 3, status: 403 }
  expect(await fetchAll(store, uids)).toHaveProperty('size', 5)
  gmail.faults.troubled = 2
  await store.open(TRASH)
  expect(governor.status().refusals).toBeGreaterThanOrEqual(3)
  expect((await index.state())!.quota).toMatchObject({ refusals: governor.status().refusals })
})

it('sets one message aside that Gmail cannot give, and brings the rest', async () => {
  const messages = seeds(8)
  await using gmail = await startFakeGmail({ messages })
  await using app = await openTestApp()
  gmail.faults.broken = messages[4]!.id
  const { store } = openStore(app, gmail)
  await store.open(ALL)
  const uids = await store.listUids()
  const got = await fetchAll(store, uids)
  expect(got.size).toBe(8)
  expect(got.get(uids[4]!)).toMatchObject({ source: null, failure: { code: 'not-fetched' } })
})

it('carries changes out: read, star, label, move, copy, append, erase', async () => {
  const messages = seeds(14)
  await using gmail = await startFakeGmail({ messages })
  await using app = await openTestApp()
  const { store } = openStore(app, gmail)
  await store.open(ALL)
  const uids = await store.listUids()
  await fetchAll(store, uids)
  const labelsOf = async (n: number) => (await other(gmail, messages[n]!.id)).labelIds!.toSorted()

  await store.storeFlags([uids[0]!], { add: ['\\Seen', '\\Flagged', '\\Answered'], remove: [] })
  expect(await labelsOf(0)).toEqual(['INBOX', 'STARRED'])
  gmail.takeCalls()
  await store.storeFlags(uids, { add: ['\\Seen'], remove: [] })
  expect(gmail.takeCalls()).toEqual(['POST messages/batchModify'])
  await store.storeLabels([uids[1]!], { add: ['Trips/2026', '\\Starred'], remove: ['\\Inbox'] })
  const { data } = await gmail.other.users.labels.list({ userId: 'me' })
  const label = data.labels!.find(({ name }) => name === 'Trips/2026')!
  expect(await labelsOf(1)).toEqual([label.id, 'STARRED'].toSorted())
  await store.copy([uids[2]!], 'trips/2026')
  expect(await labelsOf(2)).toContain(label.id)

  const moved = await store.move([uids[3]!, uids[4]!], TRASH)
  expect(await labelsOf(3)).toEqual(['TRASH'])
  await store.open(TRASH)
  expect(await store.listUids()).toEqual([...moved.values()])
  const back = await store.move([moved.get(uids[3]!)!], 'INBOX')
  expect(await labelsOf(3)).toEqual(['INBOX'])
  await store.open(ALL)
  expect(await store.listUids({ from: back.get(moved.get(uids[3]!)!)! })).toEqual([...back.values()])
  await store.move([uids[5]!], SPAM)
  expect(await labelsOf(5)).toEqual(['SPAM'])

  const source = Buffer.from('From: a@example.test\r\nTo: b@example.test\r\nSubject: Kept\r\n\r\nHello\r\n')
  const { uid } = await store.append('Sent', source, { flags: ['\\Seen'] })
  const kept = (await fetchAll(store, [uid!])).get(uid!)!
  expect(Buffer.from(kept.source!).toString()).toBe(source.toString())
  expect(kept).toMatchObject({ flags: ['\\Seen'], labels: ['\\Sent'] })

  await store.expunge([uids[6]!])
  await expect(other(gmail, messages[6]!.id)).rejects.toThrow('not found')
  gmail.faults.noErasing = true
  await expect(store.expunge([uids[7]!])).rejects.toMatchObject({ code: 'NOPERM' })
  expect(store.usable).toBe(true)
})

it('knows a message again that moved, without asking for it', async () => {
  const messages = seeds(3)
  await using gmail = await startFakeGmail({ messages })
  await using app = await openTestApp()
  const { store } = openStore(app, gmail)
  await store.open(ALL)
  await fetchAll(store, await store.listUids())
  await gmail.other.users.messages.trash({ userId: 'me', id: messages[1]!.id })
  await store.open(TRASH)
  const uids = await store.listUids()
  gmail.takeCalls()
  const known = await Array.fromAsync(store.overview(uids))
  expect(known).toMatchObject([{ remoteId: BigInt(`0x${messages[1]!.id}`).toString(), labels: [] }])
  expect(gmail.takeCalls()).toEqual([])
})

it('tells messages whose label was renamed or deleted', async () => {
  const messages = seeds(4, (n) => (n < 2 ? ['Label_1'] : ['INBOX']))
  await using gmail = await startFakeGmail({ messages, labels: [{ id: 'Label_1', name: 'Before' }] })
  await using app = await openTestApp()
  const { store } = openStore(app, gmail)
  const before = await store.open(ALL)
  const uids = await store.listUids()
  await fetchAll(store, uids)
  await gmail.other.users.labels.patch({ userId: 'me', id: 'Label_1', requestBody: { name: 'After' } })
  await store.open(ALL)
  const cursor = { uidValidity: 1, highestModseq: before.highestModseq, from: 1, to: before.uidNext - 1 }
  const { flags } = await store.changes(cursor)
  expect(flags.map(({ uid, labels }) => [uids.indexOf(uid), labels])).toEqual([
    [0, ['After']],
    [1, ['After']],
  ])
})

it('asks for a fresh token once where one is refused, and gives up where that is refused too', async () => {
  await using gmail = await startFakeGmail({ messages: seeds(2) })
  await using app = await openTestApp()
  gmail.faults.tokens = new Set(['token-1'])
  const { store, refused } = openStore(app, gmail)
  await store.open(ALL)
  expect(refused).toHaveLength(1)
  gmail.faults.tokens = new Set()
  await expect(store.listUids()).rejects.toMatchObject({ code: 'AUTHENTICATIONFAILED' })
  expect(store.usable).toBe(false)
  expect(refused).toHaveLength(3)
})

it('hears of news, and stops when told', async () => {
  await using gmail = await startFakeGmail({ messages: seeds(2) })
  await using app = await openTestApp()
  const { store } = openStore(app, gmail)
  await store.open(ALL)
  const stop = new AbortController()
  const heard = store.idle('INBOX', stop.signal)
  await arrive(gmail, 'Hello')
  expect(await heard).toBe('news')
  await store.open(ALL)
  const silent = store.idle('INBOX', stop.signal)
  stop.abort()
  expect(await silent).toBe('stopped')
  await store.close()
  await expect(store.idle('INBOX', new AbortController().signal)).rejects.toThrow('closed')
})

type Gmail = Awaited<ReturnType<typeof startFakeGmail>>

async function arrive(gmail: Gmail, subject: string): Promise<void> {
  const raw = Buffer.from(`From: grace@example.test\r\nTo: ${ADDRESS}\r\nSubject: ${subject}\r\n\r\nHi\r\n`)
  await gmail.other.users.messages.insert({
    userId: 'me',
    requestBody: { raw: raw.toString('base64url'), labelIds: ['INBOX', 'UNREAD'] },
  })
}

async function other(gmail: Gmail, id: string) {
  return (await gmail.other.users.messages.get({ userId: 'me', id, format: 'minimal' })).data
}
