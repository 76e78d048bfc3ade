import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getConnection, pauseConnection, resumeConnection } from '#modules/connections/contract.ts'
import { listMessages } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { messageCalled } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { connect, eventually, openSyncApp, syncNow, type SyncApp } from './lib/sync-app.ts'

// What is waited for may take a minute: see `eventually`.
describe.skipIf(dovecotMissing() !== null)('an account that is followed', { timeout: 90_000 }, () => {
  let sync: SyncApp
  let id: string
  beforeAll(async () => {
    sync = await openSyncApp()
    await sync.dovecot.prefill([mailText({ subject: 'First', id: 'first' })])
    ;({ id } = await connect(sync))
    await syncNow(sync)
  })
  afterAll(() => sync[Symbol.asyncDispose]())

  it('is synced by itself when the server has new mail', async () => {
    await sync.dovecot.deliver(mailText({ subject: 'By itself', id: 'itself' }))
    expect(await eventually(() => found('By itself'))).toMatchObject({ place: 'inbox', seen: false })
  })

  it('takes over what another program changes, by itself', async () => {
    await sync.dovecot.run(['SELECT INBOX', 'UID STORE 1 +FLAGS (\\Flagged)'])
    await eventually(async () => (await messageCalled(sync.app, 'First')).starred)
  })

  it('outlives the server: what came meanwhile is here once it is back', async () => {
    await sync.dovecot.down('SIGKILL')
    await sync.dovecot.deliver(mailText({ subject: 'While away', id: 'away' }))
    await sync.dovecot.up()
    await eventually(() => found('While away'))
    await sync.dovecot.deliver(mailText({ subject: 'After that', id: 'after' }))
    await eventually(() => found('After that'))
    await eventually(async () => (await sync.app.call(getConnection, { id })).state === 'active')
  })

  it('rests while it is paused, and catches up afterwards', async () => {
    const { app, dovecot } = sync
    await app.settle()
    await app.call(pauseConnection, { id })
    await app.settle()
    await dovecot.deliver(mailText({ subject: 'Unheard', id: 'unheard' }))
    await app.settle()
    expect(await found('Unheard')).toBeUndefined()
    await app.call(resumeConnection, { id })
    await eventually(() => found('Unheard'))
  })

  async function found(subject: string) {
    const { items } = await sync.app.call(listMessages, { limit: 200 })
    return items.find((item) => item.subject === subject)
  }
})

describe.skipIf(dovecotMissing() !== null)('a process that starts', () => {
  it('follows the accounts that were connected before', async () => {
    await using sync = await openSyncApp()
    await connect(sync)
    await syncNow(sync)
    await sync.restart()
    await sync.dovecot.deliver(mailText({ subject: 'Next day', id: 'next-day' }))
    await eventually(async () =>
      (await sync.app.call(listMessages, {})).items.find(({ subject }) => subject === 'Next day'),
    )
  })
})
