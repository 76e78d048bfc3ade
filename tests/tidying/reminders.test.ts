import { describe, expect, it } from 'vitest'
import { cancelReminder, getReminder, listReminders, modifyMessages, remindUnanswered } from '#modules/mail/contract.ts'
import { listNotices } from '#modules/notifications/contract.ts'
import { plansOf, spyOnReads } from '#testing/query-plans.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { codeOf, importBytes, messageCalled, neighbour, stranger } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { arrive } from './arrive.ts'
import { atTime, inbox, NOON, openTidyingApp, sweep, tomorrow } from './tidying-app.ts'

const later = NOON + 2 * 86_400_000
const sent = mailText({
  subject: 'The offer',
  id: 'offer',
  from: 'Me <me@home.test>',
  date: 'Wed, 04 Mar 2026 09:00:00 +0000',
})
const other = mailText({ subject: 'Other', id: 'other', date: 'Wed, 04 Mar 2026 11:00:00 +0000' })
const answer = mailText({
  subject: 'Re: The offer',
  id: 'answer',
  references: ['offer'],
  date: 'Wed, 04 Mar 2026 13:00:00 +0000',
})

describe('a reminder of mail that nobody answers', () => {
  it('brings the thread back on top of the inbox with its note, though only what was sent is left of it', async () => {
    await using app = await openTidyingApp()
    const id = await openWithSent(app)
    expect((await inbox(app)).map(({ subject }) => subject)).toEqual(['Other'])
    const reminder = await app.call(remindUnanswered, { id, at: tomorrow, note: 'Call them' })
    expect(reminder).toMatchObject({ state: 'waiting', subject: 'The offer', dueAt: tomorrow })

    atTime(app, later)
    await sweep(app)
    expect(await app.call(getReminder, { id: reminder.id })).toMatchObject({ state: 'due' })
    expect(await inbox(app)).toMatchObject([
      { subject: 'The offer', unread: 0, returned: { reason: 'reminder', note: 'Call them' } },
      { subject: 'Other', returned: null },
    ])
    const [thread] = await inbox(app)
    await app.call(modifyMessages, { threadIds: [thread!.id], within: 'inbox', place: 'archive' })
    expect((await inbox(app)).map(({ subject }) => subject)).toEqual(['Other'])
  })

  it('is told, once', async () => {
    await using app = await openTidyingApp({}, (options) =>
      openAppOf(['identity', 'connections', 'mail', 'notifications'], options),
    )
    const id = await openWithSent(app)
    await app.call(remindUnanswered, { id, at: tomorrow, note: 'Call them' })
    atTime(app, later)
    await sweep(app)
    await app.settle()
    const notices = (await app.call(listNotices, {})).items.filter(({ kind }) => kind === 'reminder')
    expect(notices).toMatchObject([
      { title: 'Nobody answered: The offer', detail: 'Call them', record: { kind: 'mail.message', id } },
    ])
  })

  it('ends with an answer, at once', async () => {
    await using app = await openTidyingApp()
    const id = await openWithSent(app)
    const reminder = await app.call(remindUnanswered, { id, at: tomorrow })
    await arrive(app, [answer])
    expect(await app.call(getReminder, { id: reminder.id })).toMatchObject({ state: 'answered' })
    atTime(app, later)
    await sweep(app)
    expect((await inbox(app)).find(({ subject }) => subject === 'Re: The offer')).toMatchObject({ returned: null })
    expect(codeOf(await app.as(app.owner).call(remindUnanswered, { id, at: '2026-04-01T00:00:00Z' }))).toBe(
      'already-answered',
    )
  })

  it('sees an answer that no subscription told it of', async () => {
    await using app = await openTidyingApp()
    const id = await openWithSent(app)
    const reminder = await app.call(remindUnanswered, { id, at: tomorrow })
    await importBytes(app, mbox([answer]))
    atTime(app, later)
    await sweep(app)
    expect(await app.call(getReminder, { id: reminder.id })).toMatchObject({ state: 'answered' })
  })

  it('is replaced by another of the same message, and cancelled', async () => {
    await using app = await openTidyingApp()
    const id = await openWithSent(app)
    const first = await app.call(remindUnanswered, { id, at: tomorrow })
    const second = await app.call(remindUnanswered, { id, at: '2026-03-06T12:00:00Z' })
    const { items } = await app.call(listReminders, { state: 'waiting' })
    expect(items.map((one) => one.id)).toEqual([second.id])
    expect(await app.call(getReminder, { id: first.id })).toMatchObject({ state: 'cancelled' })
    await app.call(cancelReminder, { id: second.id })
    expect(codeOf(await app.as(app.owner).call(cancelReminder, { id: second.id }))).toBe('already-over')
    atTime(app, NOON + 9 * 86_400_000)
    await sweep(app)
    expect((await inbox(app)).map(({ subject }) => subject)).toEqual(['Other'])
  })

  it('is listed soonest first while it waits, and latest first once it is over', async () => {
    await using app = await openTidyingApp()
    const days = [9, 6, 8, 5, 7]
    await importBytes(app, mbox(days.map((day) => mailText({ subject: `By the ${day}th`, id: `day-${day}` }))))
    const listed = async (state: 'waiting' | 'cancelled' | undefined) => {
      const subjects: string[] = []
      let cursor: string | undefined
      do {
        const page = await app.call(listReminders, { limit: 2, ...(state && { state }), ...(cursor && { cursor }) })
        subjects.push(...page.items.map(({ subject }) => subject))
        cursor = page.next ?? undefined
      } while (cursor)
      return subjects
    }
    const made: string[] = []
    for (const day of days) {
      const { id } = await messageCalled(app, `By the ${day}th`)
      await app.call(modifyMessages, { messageIds: [id], place: 'sent' })
      made.push((await app.call(remindUnanswered, { id, at: `2026-03-0${day}T12:00:00Z` })).id)
    }
    const soonest = [5, 6, 7, 8, 9].map((day) => `By the ${day}th`)
    expect(await listed('waiting')).toEqual(soonest)
    expect(await listed(undefined)).toEqual(soonest.toReversed())
    for (const id of made.slice(0, 3)) await app.call(cancelReminder, { id })
    expect(await listed('waiting')).toEqual(['By the 5th', 'By the 7th'])
    expect(await listed('cancelled')).toEqual(['By the 9th', 'By the 8th', 'By the 6th'])

    const statements = spyOnReads(app, 'mail_reminder')
    for (const state of ['waiting', 'cancelled', undefined] as const) await listed(state)
    const plans = [...(await plansOf(app, statements)).values()]
    expect(plans.length).toBeGreaterThan(4)
    for (const { scans, sorts } of plans) expect({ scans, sorts }).toEqual({ scans: [], sorts: false })
  })

  it('is nobody else’s', async () => {
    await using app = await openTidyingApp()
    const id = await openWithSent(app)
    const reminder = await app.call(remindUnanswered, { id, at: tomorrow })
    for (const actor of [neighbour(app), stranger(app)]) {
      expect(codeOf(await app.as(actor).call(remindUnanswered, { id, at: tomorrow }))).toBe('message-not-found')
      expect(codeOf(await app.as(actor).call(getReminder, { id: reminder.id }))).toBe('reminder-not-found')
      expect(codeOf(await app.as(actor).call(cancelReminder, { id: reminder.id }))).toBe('reminder-not-found')
    }
  })
})

async function openWithSent(app: TestApp): Promise<string> {
  await importBytes(app, mbox([sent, other]))
  const { id } = await messageCalled(app, 'The offer')
  await app.call(modifyMessages, { messageIds: [id], place: 'sent', seen: true })
  return id
}
