import { expect, it } from 'vitest'
import { createLabel, listLabels, modifyMessages, type MessageSummary } from '#modules/mail/contract.ts'
import { allMessages } from '../mail/mail-app.ts'
import { ADDRESS } from './fake-gmail.ts'
import { seeds } from './store-app.ts'
import { openGmailApp, syncNow, type GmailApp } from './sync-app.ts'

const ROUNDS = 30
const SEED = 1
const LABELS = [
  { id: 'Label_1', name: 'Work' },
  { id: 'Label_2', name: 'Home/Garden' },
]

it('agrees with Gmail after random changes on both sides', async () => {
  const random = randomOf(SEED)
  await using opened = await openGmailApp({ messages: seeds(12), labels: LABELS })
  await syncNow(opened)
  await agree(opened)
  for (let round = 0; round < ROUNDS; round += 1) {
    misbehave(opened, random)
    for (let n = random(4); n >= 0; n -= 1) await changeThere(opened, random, `Round ${round}.${n}`)
    for (let n = random(3); n > 0; n -= 1) await changeHere(opened, random)
    if (random(3) > 0) await syncNow(opened)
    if (random(4) > 0) continue
    behave(opened)
    await syncNow(opened)
    await agree(opened)
  }
  behave(opened)
  await syncNow(opened)
  await agree(opened)
  // Nothing flaps: with nothing new on either side nothing is changed.
  opened.gmail.takeCalls()
  await opened.app.takeEvents()
  await syncNow(opened)
  expect((await opened.app.takeEvents()).filter((name) => name.startsWith('mail.message'))).toEqual([])
  expect(opened.gmail.takeCalls().filter((call) => !call.startsWith('GET'))).toEqual([])
}, 300_000)

type Random = (below: number) => number

/** The same for the same seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function misbehave({ gmail }: GmailApp, random: Random): void {
  const { faults } = gmail
  faults.emptyPages = random(3) === 0
  faults.unordered = random(3) === 0
  faults.pageSize = random(2) === 0 ? 1 + random(4) : null
  faults.batches = random(4) > 0
  if (random(8) === 0) faults.limited = { times: 1 + random(2), status: random(2) === 0 ? 429 : 403, retryAfter: '0' }
  if (random(10) === 0) faults.troubled = 1 + random(2)
}

function behave({ gmail }: GmailApp): void {
  Object.assign(gmail.faults, { emptyPages: false, unordered: false, pageSize: null, troubled: 0 })
  gmail.faults.limited.times = 0
}

/** The other device does something; now and then Gmail forgets the history of it. */
async function changeThere({ gmail }: GmailApp, random: Random, subject: string): Promise<void> {
  const { messages } = gmail.other.users
  const all = await listAll(gmail.other)
  const id = all[random(all.length)]?.id
  const labels = ['UNREAD', 'STARRED', 'INBOX', ...LABELS.map((label) => label.id)]
  const some = labels.filter(() => random(3) === 0)
  switch (id === undefined ? 0 : random(9)) {
    case 0:
      await insert(gmail, subject, ['INBOX', 'UNREAD'])
      break
    case 1:
      await insert(gmail, subject, some)
      break
    case 2:
    case 3:
      await messages.modify({ userId: 'me', id: id!, requestBody: { addLabelIds: some } })
      break
    case 4:
      await messages.modify({ userId: 'me', id: id!, requestBody: { removeLabelIds: some } })
      break
    case 5:
      await messages.trash({ userId: 'me', id: id! })
      break
    case 6:
      await messages.untrash({ userId: 'me', id: id! })
      break
    case 7:
      await messages.modify({
        userId: 'me',
        id: id!,
        requestBody: { addLabelIds: ['SPAM'], removeLabelIds: ['INBOX'] },
      })
      break
    default:
      await messages.delete({ userId: 'me', id: id! })
  }
  if (random(6) === 0) gmail.faults.forgottenBefore = BigInt(await gmail.historyId())
}

async function changeHere({ app }: GmailApp, random: Random): Promise<void> {
  const all = await allMessages(app)
  const one = all[random(all.length)]
  if (!one) return
  const messageIds = [one.id]
  switch (random(6)) {
    case 0:
      await app.call(modifyMessages, { messageIds, seen: !one.seen })
      break
    case 1:
      await app.call(modifyMessages, { messageIds, starred: !one.starred })
      break
    case 2:
      await app.call(modifyMessages, { messageIds, place: (['inbox', 'archive'] as const)[random(2)]! })
      break
    case 3:
      await app.call(modifyMessages, { messageIds, place: (['trash', 'junk'] as const)[random(2)]! })
      break
    default: {
      const { items } = await app.call(listLabels, {})
      const mine = items.find(({ name }) => name === 'Mine') ?? (await app.call(createLabel, { name: 'Mine' }))
      const has = one.labels.includes(mine.id)
      await app.call(modifyMessages, { messageIds, ...(has ? { removeLabels: [mine.id] } : { addLabels: [mine.id] }) })
    }
  }
}

/** Both sides have the same messages, each once, in the same places with the same marks. */
async function agree({ app, gmail }: GmailApp): Promise<void> {
  const here = await allMessages(app)
  const names = new Map((await app.call(listLabels, {})).items.map(({ id, name }) => [id, name]))
  const local = here.map((message: MessageSummary) => [
    message.subject,
    message.place,
    message.seen,
    message.starred,
    message.labels.map((id) => names.get(id)!).toSorted(),
  ])
  const { data } = await gmail.other.users.labels.list({ userId: 'me' })
  const theirs = new Map(data.labels!.map(({ id, name }) => [id!, name!]))
  const remote = (await listAll(gmail.other)).map(({ subject, labelIds }) => [
    subject,
    placeOf(labelIds),
    !labelIds.includes('UNREAD'),
    labelIds.includes('STARRED'),
    labelIds
      .filter((id) => !/^[A-Z_]+$/.test(id))
      .map((id) => theirs.get(id)!)
      .toSorted(),
  ])
  const bySubject = (one: unknown[], other: unknown[]) => (String(one[0]) < String(other[0]) ? -1 : 1)
  expect(local.toSorted(bySubject)).toEqual(remote.toSorted(bySubject))
}

function placeOf(labels: string[]): string {
  if (labels.includes('TRASH')) return 'trash'
  if (labels.includes('SPAM')) return 'junk'
  return labels.includes('INBOX') ? 'inbox' : 'archive'
}

async function listAll({ users }: GmailApp['gmail']['other']) {
  const { data } = await users.messages.list({ userId: 'me', includeSpamTrash: true, maxResults: 500 })
  return Promise.all(
    (data.messages ?? []).map(async ({ id }) => {
      const { data: message } = await users.messages.get({ userId: 'me', id: id!, format: 'metadata' })
      const subject = message.payload!.headers!.find(({ name }) => name === 'Subject')!.value!
      return { id: id!, subject, labelIds: message.labelIds ?? [] }
    }),
  )
}

async function insert(gmail: GmailApp['gmail'], subject: string, labelIds: string[]): Promise<void> {
  const source = `From: grace@example.test\r\nTo: ${ADDRESS}\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replace(' ', '-')}@example.test>\r\n\r\nAbout ${subject}\r\n`
  const raw = Buffer.from(source).toString('base64url')
  await gmail.other.users.messages.insert({ userId: 'me', requestBody: { raw, labelIds } })
}
