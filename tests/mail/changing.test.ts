import { describe, expect, it } from 'vitest'
import {
  createLabel,
  deleteLabel,
  describeMessages,
  getMailbox,
  getMessage,
  getThread,
  listLabels,
  listMessages,
  listThreads,
  modifyMessages,
  restoreFlags,
  trashMessage,
} from '#modules/mail/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import {
  allMessages,
  codeOf,
  importBytes,
  messageCalled,
  neighbour,
  openMailApp,
  stranger,
  unknownId,
} from './mail-app.ts'
import { mailText, mbox } from './write-mail.ts'

const talk = [
  mailText({ subject: 'Plan', id: 'a', date: 'Mon, 02 Mar 2026 10:00:00 +0000' }),
  mailText({
    subject: 'Re: Plan',
    id: 'b',
    references: ['a'],
    from: 'Bo <bo@example.test>',
    date: 'Mon, 02 Mar 2026 11:00:00 +0000',
  }),
  mailText({ subject: 'Other', id: 'c', date: 'Mon, 02 Mar 2026 10:30:00 +0000' }),
]

async function openWithTalk(): Promise<TestApp> {
  const app = await openMailApp()
  await importBytes(app, mbox(talk))
  return app
}

const subjects = (page: { items: { subject: string }[] }) => page.items.map(({ subject }) => subject)

describe('threads', () => {
  it('are listed by their newest message, and opened oldest first', async () => {
    await using app = await openWithTalk()
    const { items } = await app.call(listThreads, {})
    expect(items).toMatchObject([
      {
        subject: 'Re: Plan',
        messages: 2,
        unread: 2,
        starred: false,
        participants: ['Ada', 'Bo'],
        date: '2026-03-02T11:00:00.000Z',
      },
      { subject: 'Other', messages: 1, unread: 1, participants: ['Ada'] },
    ])
    const thread = await app.call(getThread, { id: items[0]!.id })
    expect(thread.subject).toBe('Plan')
    expect(thread.messages.map(({ subject }) => subject)).toEqual(['Plan', 'Re: Plan'])
  })

  it('become one when the missing link arrives, in every list and count', async () => {
    await using app = await openMailApp()
    await importBytes(
      app,
      mbox([mailText({ subject: 'root', id: 'a' }), mailText({ subject: 'leaf', id: 'c', references: ['b'] })]),
    )
    expect((await app.call(listThreads, {})).items).toHaveLength(2)
    const before = await messageCalled(app, 'leaf')
    await app.takeEvents()
    await importBytes(app, mbox([mailText({ subject: 'link', id: 'b', references: ['a'] })]))
    expect(await app.takeEvents()).toContain('mail.message-changed')
    const { items } = await app.call(listThreads, {})
    expect(items).toMatchObject([{ messages: 3, unread: 3 }])
    const ids = new Set((await allMessages(app)).map(({ threadId }) => threadId))
    expect([...ids]).toEqual([items[0]!.id])
    expect((await app.call(getThread, { id: items[0]!.id })).messages).toHaveLength(3)
    expect((await app.call(getMailbox, {})).items[0]).toEqual({ place: 'inbox', messages: 3, unread: 3 })
    // Whoever has the message at hand must read it anew: it lies in another thread.
    const after = await messageCalled(app, 'leaf')
    expect([after.threadId === before.threadId, after.rev - before.rev]).toContainEqual(
      after.threadId === before.threadId ? 0 : 1,
    )
  })

  it('page by keyset, with messages of one instant too', async () => {
    await using app = await openMailApp()
    await importBytes(app, mbox(Array.from({ length: 25 }, (_, n) => mailText({ subject: `${n}` }))))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { subject: string }[]; next: string | null } = await app.call(listThreads, {
        limit: 7,
        ...(cursor && { cursor }),
      })
      seen.push(...subjects(page))
      cursor = page.next
    } while (cursor)
    expect(seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, n) => n))
    expect(codeOf(await app.as(app.owner).call(listThreads, { cursor: 'nonsense' }))).toBe('bad-cursor')
    expect(codeOf(await app.as(app.owner).call(listMessages, { cursor: 'nonsense' }))).toBe('bad-cursor')
  })
})

describe('lists', () => {
  it('filter by place, flags, sender, dates, label, thread and import', async () => {
    await using app = await openWithTalk()
    const [plan, re, other] = await Promise.all(
      ['Plan', 'Re: Plan', 'Other'].map((subject) => messageCalled(app, subject)),
    )
    const label = await app.call(createLabel, { name: 'Work' })
    await app.call(modifyMessages, { messageIds: [plan!.id], seen: true, starred: true, addLabels: [label.id] })
    await app.call(modifyMessages, { messageIds: [other!.id], place: 'archive' })
    const list = async (input: object) => subjects(await app.call(listMessages, input))
    expect(await list({})).toEqual(['Re: Plan', 'Other', 'Plan'])
    expect(await list({ place: 'archive' })).toEqual(['Other'])
    expect(await list({ unread: true })).toEqual(['Re: Plan', 'Other'])
    expect(await list({ unread: false })).toEqual(['Plan'])
    expect(await list({ starred: true })).toEqual(['Plan'])
    expect(await list({ starred: false, place: 'inbox' })).toEqual(['Re: Plan'])
    expect(await list({ hasAttachment: true })).toEqual([])
    expect(await list({ from: 'bo@example.test' })).toEqual(['Re: Plan'])
    expect(await list({ labelId: label.id })).toEqual(['Plan'])
    expect(await list({ labelId: label.id, unread: true })).toEqual([])
    expect(await list({ threadId: re!.threadId })).toEqual(['Re: Plan', 'Plan'])
    expect(await list({ after: '2026-03-02T10:30:00Z', before: '2026-03-02T11:00:00Z' })).toEqual(['Other'])
    const threads = async (input: object) => subjects(await app.call(listThreads, input))
    expect(await threads({ labelId: label.id })).toEqual(['Re: Plan'])
    expect(await threads({ starred: true })).toEqual(['Re: Plan'])
    expect(await threads({ unread: false })).toEqual([])
    expect(await threads({ place: 'archive', unread: true })).toEqual(['Other'])
    expect((await app.call(listThreads, {})).items[0]).toMatchObject({ labels: [label.id], starred: true, unread: 1 })
  })

  it('find the threads of a label that many messages bear', async () => {
    await using app = await openMailApp()
    const labelled = Array.from({ length: 500 }, (_, n) =>
      mailText({
        subject: `${n}`,
        id: `m${n}`,
        references: n % 2 ? [`m${n - 1}`] : [],
        date: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toUTCString(),
      }),
    )
    await importBytes(app, mbox(labelled), { label: 'Many' })
    await importBytes(app, mbox([mailText({ subject: 'unlabelled', date: 'Tue, 03 Mar 2026 10:00:00 +0000' })]))
    const [label] = (await app.call(listLabels, {})).items
    const { items, next } = await app.call(listThreads, { labelId: label!.id, limit: 200 })
    expect([items.length, items[0]!.subject]).toEqual([200, '499'])
    expect((await app.call(listThreads, { labelId: label!.id, limit: 200, cursor: next! })).items).toHaveLength(50)
  })
})

describe('changing messages', () => {
  it('reads, stars and moves messages and threads, and puts them back', async () => {
    await using app = await openWithTalk()
    const plan = await messageCalled(app, 'Plan')
    await app.takeEvents()
    const { changed, before } = await app.call(modifyMessages, {
      threadIds: [plan.threadId],
      seen: true,
      place: 'archive',
    })
    expect(await app.takeEvents()).toEqual(['mail.message-changed', 'mail.message-changed'])
    expect(changed).toHaveLength(2)
    expect(before[0]).toMatchObject({ seen: false, starred: false, place: 'inbox' })
    expect((await app.call(getMailbox, {})).items).toEqual([
      { place: 'inbox', messages: 1, unread: 1 },
      { place: 'archive', messages: 2, unread: 0 },
      { place: 'sent', messages: 0, unread: 0 },
      { place: 'drafts', messages: 0, unread: 0 },
      { place: 'junk', messages: 0, unread: 0 },
      { place: 'trash', messages: 0, unread: 0 },
    ])
    expect(await app.call(modifyMessages, { threadIds: [plan.threadId], seen: true })).toEqual({
      changed: [],
      before: [],
    })
    expect((await app.call(restoreFlags, { before })).changed.toSorted()).toEqual(changed.toSorted())
    expect((await app.call(getMailbox, {})).items[0]).toEqual({ place: 'inbox', messages: 3, unread: 3 })
    expect(await messageCalled(app, 'Plan')).toMatchObject({ ...plan, rev: plan.rev + 2 })
  })

  it('moves of a thread only what lies in the place it is seen in', async () => {
    await using app = await openWithTalk()
    const plan = await messageCalled(app, 'Plan')
    await app.call(modifyMessages, { messageIds: [plan.id], place: 'trash' })
    const { changed } = await app.call(modifyMessages, {
      threadIds: [plan.threadId],
      within: 'inbox',
      place: 'archive',
    })
    expect(changed).toHaveLength(1)
    expect(await messageCalled(app, 'Plan')).toMatchObject({ place: 'trash' })
    const none = await app
      .as(app.owner)
      .call(modifyMessages, { threadIds: [plan.threadId], within: 'inbox', seen: true })
    expect(none).toMatchObject({ code: 'thread-not-found' })
  })

  it('labels and counts the revision up, since what is shown has changed', async () => {
    await using app = await openWithTalk()
    const plan = await messageCalled(app, 'Plan')
    const label = await app.call(createLabel, { name: 'Work', color: 'green' })
    await app.call(modifyMessages, { messageIds: [plan.id], addLabels: [label.id] })
    expect(await messageCalled(app, 'Plan')).toMatchObject({ labels: [label.id], rev: 2 })
    expect(await app.call(modifyMessages, { messageIds: [plan.id], addLabels: [label.id] })).toMatchObject({
      changed: [],
    })
    await app.call(modifyMessages, { messageIds: [plan.id], removeLabels: [label.id] })
    expect(await messageCalled(app, 'Plan')).toMatchObject({ labels: [], rev: 3 })
    expect((await app.call(listLabels, {})).items).toMatchObject([{ name: 'Work', color: 'green', messages: 0 }])
  })

  it('removes a label from its messages, which stay', async () => {
    await using app = await openWithTalk()
    const plan = await messageCalled(app, 'Plan')
    const label = await app.call(createLabel, { name: 'Work' })
    expect(codeOf(await app.as(app.owner).call(createLabel, { name: ' WORK ' }))).toBe('already-a-label')
    await app.call(modifyMessages, { messageIds: [plan.id], addLabels: [label.id] })
    await app.takeEvents()
    await app.call(deleteLabel, { id: label.id })
    expect(await app.takeEvents()).toEqual(['mail.label-changed', 'mail.message-changed'])
    expect(await messageCalled(app, 'Plan')).toMatchObject({ labels: [], rev: 3 })
    expect(codeOf(await app.as(app.owner).call(deleteLabel, { id: label.id }))).toBe('label-not-found')
  })

  it('trashes a message once, and not one that has changed meanwhile', async () => {
    await using app = await openWithTalk()
    const { id, rev } = await messageCalled(app, 'Plan')
    await app.call(modifyMessages, { messageIds: [id], starred: true })
    expect(codeOf(await app.as(app.owner).call(trashMessage, { id, rev }))).toBe('stale-revision')
    const stale = await app.fetch(`/api/v1/emails/${id}`, { method: 'DELETE', headers: { 'if-match': `"${rev}"` } })
    expect(stale.status).toBe(412)
    expect(await app.call(trashMessage, { id })).toMatchObject({ place: 'trash', rev: rev + 2 })
    expect(codeOf(await app.as(app.owner).call(trashMessage, { id }))).toBe('already-trashed')
    expect(subjects(await app.call(listThreads, { place: 'trash' }))).toEqual(['Plan'])
    expect((await app.call(listThreads, {})).items[0]).toMatchObject({ subject: 'Re: Plan', messages: 1 })
  })

  it('refuses what is not there, is nothing, or is not theirs, and changes nothing then', async () => {
    await using app = await openWithTalk()
    const { id, threadId } = await messageCalled(app, 'Plan')
    const label = await app.call(createLabel, { name: 'Work' })
    const modify = async (input: object, actor = app.owner) => codeOf(await app.as(actor).call(modifyMessages, input))
    expect(await modify({ seen: true })).toBe('nothing-selected')
    expect(await modify({ messageIds: [id, unknownId], seen: true })).toBe('message-not-found')
    expect(await modify({ threadIds: [threadId, unknownId], seen: true })).toBe('thread-not-found')
    expect(await modify({ messageIds: [id], addLabels: [unknownId] })).toBe('label-not-found')
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(await modify({ messageIds: [id], seen: true }, actor)).toBe('message-not-found')
      expect(await modify({ threadIds: [threadId], seen: true }, actor)).toBe('thread-not-found')
      expect(codeOf(await app.as(actor).call(trashMessage, { id }))).toBe('message-not-found')
      expect(codeOf(await app.as(actor).call(deleteLabel, { id: label.id }))).toBe('label-not-found')
      expect(codeOf(await app.as(actor).call(getMessage, { id }))).toBe('message-not-found')
      const before = [{ id, seen: true, starred: true, place: 'trash' as const }]
      expect(codeOf(await app.as(actor).call(restoreFlags, { before }))).toBe('message-not-found')
      expect(await app.as(actor).call(describeMessages, { ids: [id] })).toEqual({ items: [] })
      expect(await app.as(actor).call(listLabels, {})).toEqual({ items: [] })
      expect(await app.as(actor).call(listMessages, { labelId: label.id })).toEqual({ items: [], next: null })
      expect(await app.as(actor).call(listThreads, { labelId: label.id })).toEqual({ items: [], next: null })
    }
    expect(await messageCalled(app, 'Plan')).toMatchObject({ rev: 1, seen: false })
  })

  it('tells the titles of messages', async () => {
    await using app = await openWithTalk()
    const { id } = await messageCalled(app, 'Plan')
    expect(await app.call(describeMessages, { ids: [id, unknownId] })).toEqual({ items: [{ id, title: 'Plan' }] })
  })

  it('changes some thousand messages at once', async () => {
    await using app = await openMailApp()
    await importBytes(
      app,
      mbox(
        Array.from({ length: 2000 }, (_, n) =>
          mailText({ subject: `${n}`, id: `m${n}`, references: [`root${n % 40}`] }),
        ),
      ),
    )
    const { items } = await app.call(listThreads, { limit: 200 })
    expect(items).toHaveLength(40)
    const { before } = await app.call(modifyMessages, {
      threadIds: items.map(({ id }) => id),
      seen: true,
      place: 'archive',
    })
    expect((await app.call(getMailbox, {})).items[1]).toEqual({ place: 'archive', messages: 2000, unread: 0 })
    await app.call(restoreFlags, { before })
    expect((await app.call(getMailbox, {})).items[0]).toEqual({ place: 'inbox', messages: 2000, unread: 2000 })
  })
})
