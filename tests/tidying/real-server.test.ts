import { describe, expect, it } from 'vitest'
import {
  blockSender,
  createLabel,
  createRule,
  listMailboxes,
  listSuggestedTasks,
  listThreads,
  remindUnanswered,
  getReminder,
  snoozeThreads,
} from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { messageCalled } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, openSyncApp, syncNow } from '../sync/lib/sync-app.ts'

const missing = dovecotMissing()
const now = new Date().toUTCString()

describe.skipIf(missing !== null)(`new mail of a real server${missing ? ` (not run: ${missing})` : ''}`, () => {
  it('is filed by rules and blocks, and the server is told', async () => {
    await using sync = await openSyncApp()
    const { app, dovecot } = sync
    await dovecot.prefill([
      mailText({ subject: 'Old invoice', id: 'old', date: 'Mon, 02 Mar 2020 10:00:00 +0000' }),
      mailText({ subject: 'Offer', id: 'offer', from: 'alice@example.test', date: now }),
    ])
    const { id: connectionId } = await connect(sync)
    const label = await app.call(createLabel, { name: 'Bills' })
    const actions = { addLabels: [label.id], move: 'archive' as const, markRead: true }
    await app.call(createRule, { name: 'Bills', query: 'subject:invoice', connectionId, actions })
    await app.call(blockSender, { sender: 'spam.example' })
    await syncNow(sync)
    expect(await messageCalled(app, 'Old invoice')).toMatchObject({ place: 'inbox' })
    const offer = await messageCalled(app, 'Offer')
    const reminder = await app.call(remindUnanswered, { id: offer.id, at: '2099-01-01T00:00:00Z' })

    await dovecot.deliver(mailText({ subject: 'New invoice', id: 'new', date: now }))
    await dovecot.deliver(mailText({ subject: 'Buy', id: 'buy', from: 'x@news.spam.example', date: now }))
    await dovecot.deliver(
      mailText({ subject: 'Re: Offer', id: 're', references: ['offer'], date: now, body: 'Please sign it.' }),
    )
    await syncNow(sync)
    expect(await messageCalled(app, 'New invoice')).toMatchObject({ place: 'archive', seen: true, labels: [label.id] })
    expect(await messageCalled(app, 'Buy')).toMatchObject({ place: 'junk' })
    expect(await app.call(getReminder, { id: reminder.id })).toMatchObject({ state: 'answered' })
    expect((await app.call(listSuggestedTasks, {})).items).toMatchObject([{ title: 'Sign it' }])

    await syncNow(sync)
    const { items } = await app.call(listMailboxes, {})
    const inbox = items.find(({ role }) => role === 'inbox')
    const junk = items.find(({ role }) => role === 'junk')
    expect([inbox?.messages, junk?.messages]).toEqual([3, 1])
  }, 120_000)

  it('brings a snoozed thread back at once', async () => {
    await using sync = await openSyncApp()
    const { app, dovecot } = sync
    await dovecot.prefill([mailText({ subject: 'Plan', id: 'plan', date: 'Mon, 02 Mar 2026 10:00:00 +0000' })])
    await connect(sync)
    await syncNow(sync)
    const [thread] = (await app.call(listThreads, {})).items
    await app.call(snoozeThreads, { threadIds: [thread!.id], until: '2099-01-01T00:00:00Z' })
    await syncNow(sync)
    expect((await app.call(listThreads, {})).items).toEqual([])
    await dovecot.deliver(mailText({ subject: 'Re: Plan', id: 're', references: ['plan'], date: now }))
    await syncNow(sync)
    expect((await app.call(listThreads, {})).items).toMatchObject([{ id: thread!.id, messages: 2 }])
  }, 120_000)
})
