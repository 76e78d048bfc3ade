import { describe, expect, it } from 'vitest'
import { listMessages } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { allMessages, rows } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, eventually, mailboxes, openSyncApp, syncNow } from './lib/sync-app.ts'

const MESSAGES = 700

describe.skipIf(dovecotMissing() !== null)('a first sync that is stopped', () => {
  it('has the newest first, and goes on where it stood: nothing twice, nothing left out', async () => {
    await using sync = await openSyncApp()
    const letters = Array.from({ length: MESSAGES }, (_, n) =>
      mailText({ subject: `Letter ${n}`, id: `letter-${n}`, date: new Date(1.7e12 + n * 60_000).toUTCString() }),
    )
    await sync.dovecot.prefill(letters)
    await connect(sync)
    const first = await eventually(async () => (await sync.app.call(listMessages, { limit: 1 })).items[0])
    expect(first.subject).toMatch(/^Letter 6\d\d$/)
    await sync.restart()
    await syncNow(sync)
    const subjects = (await allMessages(sync.app)).map(({ subject }) => subject)
    expect(new Set(subjects).size).toBe(MESSAGES)
    expect(subjects).toHaveLength(MESSAGES)
    expect((await mailboxes(sync)).get('INBOX')).toMatchObject({ state: 'synced', stored: MESSAGES })
    expect(await rows(sync.app, 'SELECT uid FROM mail_placement')).toHaveLength(MESSAGES)
  })

  it('fetches no more than its window, and more when that is widened', async () => {
    await using sync = await openSyncApp()
    await sync.dovecot.prefill(Array.from({ length: 30 }, (_, n) => mailText({ subject: `Letter ${n}`, id: `l-${n}` })))
    const { id } = await connect(sync, { windowCount: 10 })
    await syncNow(sync)
    const subjects = (await allMessages(sync.app)).map(({ subject }) => subject)
    expect(subjects).toHaveLength(10)
    expect(subjects).toContain('Letter 29')

    await sync.app.fetch(`/api/v1/connections/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ windowCount: null }),
    })
    await syncNow(sync)
    expect(await allMessages(sync.app)).toHaveLength(30)
  })
})
