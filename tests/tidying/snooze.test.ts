import { describe, expect, it } from 'vitest'
import { sweep, atTime, inbox, NOON, openTidyingApp, talk, tomorrow } from './tidying-app.ts'
import {
  getMailbox,
  listMessages,
  listSnoozed,
  listThreads,
  modifyMessages,
  snoozeThreads,
  unsnoozeThreads,
} from '#modules/mail/contract.ts'
import { codeOf, importBytes, neighbour, stranger } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'

describe('a snoozed thread', () => {
  it('leaves the inbox with its counts, is listed apart, and comes back on top, unread, at its time', async () => {
    await using app = await openTidyingApp()
    await importBytes(app, mbox(talk))
    const [other, plan] = await inbox(app)
    expect([other!.subject, plan!.subject]).toEqual(['Other', 'Re: Plan'])
    await app.call(modifyMessages, { threadIds: [plan!.id, other!.id], seen: true })

    await app.call(snoozeThreads, { threadIds: [plan!.id], until: tomorrow })
    expect((await inbox(app)).map(({ subject }) => subject)).toEqual(['Other'])
    expect((await app.call(listMessages, { place: 'inbox' })).items.map(({ subject }) => subject)).toEqual(['Other'])
    expect(await inboxCount(app)).toMatchObject({ messages: 1, unread: 0 })
    const snoozed = await app.call(listSnoozed, {})
    expect(snoozed.items).toMatchObject([{ id: plan!.id, until: tomorrow, messages: 2 }])

    await sweep(app)
    expect(await inbox(app)).toHaveLength(1)

    atTime(app, NOON + 2 * DAY)
    await sweep(app)
    expect(await inbox(app)).toMatchObject([
      { id: plan!.id, unread: 1, returned: { reason: 'snooze', at: new Date(NOON + 2 * DAY).toISOString() } },
      { id: other!.id, unread: 0, returned: null },
    ])
    expect((await app.call(listSnoozed, {})).items).toEqual([])
    expect(await inboxCount(app)).toMatchObject({ messages: 3, unread: 1 })
    expect(await sweep(app)).toBe(0)
  })

  it('comes back after a restart, though its time passed while nothing ran', async () => {
    await using app = await openTidyingApp()
    await importBytes(app, mbox(talk))
    const [first] = await inbox(app)
    await app.call(snoozeThreads, { threadIds: [first!.id], until: tomorrow })
    await using again = await app.reopen(NOON + 30 * DAY)
    await again.settle()
    await sweep(again)
    expect((await inbox(again)).map(({ id }) => id)).toContain(first!.id)
  })

  it('does not come back early when the clock was set back', async () => {
    await using app = await openTidyingApp()
    await importBytes(app, mbox(talk))
    const [first] = await inbox(app)
    await app.call(snoozeThreads, { threadIds: [first!.id], until: tomorrow })
    atTime(app, NOON - 5 * DAY)
    expect(await sweep(app)).toBe(0)
    atTime(app, NOON + 2 * DAY)
    await sweep(app)
    expect((await inbox(app))[0]).toMatchObject({ id: first!.id })
  })

  it('comes back at once with a new message, and older mail that is found late leaves it alone', async () => {
    await using app = await openTidyingApp()
    await importBytes(app, mbox(talk))
    const plan = (await inbox(app)).find(({ subject }) => subject === 'Re: Plan')!
    await app.call(snoozeThreads, { threadIds: [plan.id], until: tomorrow })

    const late = mailText({ subject: 'Plan', id: 'z', references: ['a'], date: 'Sun, 01 Mar 2026 10:00:00 +0000' })
    await importBytes(app, mbox([late]))
    expect((await app.call(listSnoozed, {})).items).toMatchObject([{ id: plan.id, messages: 3 }])

    const answer = mailText({
      subject: 'Re: Plan',
      id: 'd',
      references: ['a'],
      date: 'Tue, 03 Mar 2026 10:00:00 +0000',
    })
    await importBytes(app, mbox([answer]))
    expect((await inbox(app))[0]).toMatchObject({ id: plan.id, messages: 4, returned: null })
    expect((await app.call(listSnoozed, {})).items).toEqual([])
    expect(await inboxCount(app)).toMatchObject({ messages: 5 })
  })

  it('is taken back by hand to where it was, and an undo snoozes it again', async () => {
    await using app = await openTidyingApp()
    await importBytes(app, mbox(talk))
    const before = await inbox(app)
    const threadIds = before.map(({ id }) => id)
    expect(await app.call(snoozeThreads, { threadIds, until: tomorrow })).toEqual({
      before: threadIds.map((threadId) => ({ threadId, until: null })),
    })
    expect(await app.call(unsnoozeThreads, { threadIds })).toEqual({
      before: threadIds.map((threadId) => ({ threadId, until: tomorrow })),
    })
    expect(await inbox(app)).toEqual(before)
    atTime(app, NOON + 2 * DAY)
    expect(await sweep(app)).toBe(0)
  })

  it('stays away when it was archived meanwhile', async () => {
    await using app = await openTidyingApp()
    await importBytes(app, mbox(talk))
    const [first] = await inbox(app)
    await app.call(snoozeThreads, { threadIds: [first!.id], until: tomorrow })
    await app.call(modifyMessages, { threadIds: [first!.id], place: 'archive' })
    expect((await app.call(listSnoozed, {})).items).toEqual([])
    atTime(app, NOON + 2 * DAY)
    await sweep(app)
    expect((await inbox(app)).map(({ id }) => id)).not.toContain(first!.id)
    expect((await app.call(listThreads, { place: 'archive' })).items).toHaveLength(1)
  })

  it('is refused for what is past, not there, not in the inbox, or of somebody else', async () => {
    await using app = await openTidyingApp()
    await importBytes(app, mbox(talk))
    const [first] = await inbox(app)
    const threadIds = [first!.id]
    const tries = app.as(app.owner)
    expect(codeOf(await tries.call(snoozeThreads, { threadIds, until: new Date(NOON).toISOString() }))).toBe(
      'already-past',
    )
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(snoozeThreads, { threadIds, until: tomorrow }))).toBe('thread-not-found')
      expect(codeOf(await app.as(actor).call(unsnoozeThreads, { threadIds }))).toBe('thread-not-found')
    }
    await app.call(modifyMessages, { threadIds, place: 'trash' })
    expect(codeOf(await tries.call(snoozeThreads, { threadIds, until: tomorrow }))).toBe('not-in-inbox')
  })
})

const DAY = 86_400_000

async function inboxCount(app: Parameters<typeof inbox>[0]) {
  return (await app.call(getMailbox, {})).items.find(({ place }) => place === 'inbox')
}
