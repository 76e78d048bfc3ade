import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { listMessages, listThreads, sendDraft } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { found, importBytes } from '../mail/mail-app.ts'
import { mailText } from '../mail/write-mail.ts'
import { startMailServer, type MailServer } from '../sending/mail-server.ts'
import { reply, untilKept } from '../sending/sending-app.ts'
import { connect, openSyncApp, syncNow, type SyncApp } from '../sync/lib/sync-app.ts'

const letter = (name: string) => mailText({ subject: name, id: name, from: 'Ben <ben@example.test>' })

describe.skipIf(dovecotMissing() !== null)('an answer', () => {
  let sync: SyncApp
  let server: MailServer
  beforeEach(async () => {
    server = await startMailServer()
    sync = await openSyncApp()
    await sync.dovecot.prefill([letter('Asked'), letter('Told')])
    await connect(sync, { smtpHost: '127.0.0.1', smtpPort: server.port, smtpSecurity: 'none' })
    await syncNow(sync)
    await sync.app.call(updateSetting, { name: 'mail.undo-seconds', value: 0 })
  })
  afterEach(async () => {
    await sync[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  })

  const answered = async () =>
    (await sync.app.call(listMessages, { place: 'inbox' })).items
      .filter((one) => one.answered)
      .map(({ subject }) => subject)
  /** What the server says of each; the first is asked, the second told. */
  const flags = async () =>
    (await sync.dovecot.run(['SELECT INBOX', 'FETCH 1:2 FLAGS'])).split('\n').filter((line) => line.includes('FETCH ('))
  const setFlags = (change: string) => sync.dovecot.run(['SELECT INBOX', `STORE 2 ${change}`])

  it('sent from here marks the message, here and on its server, and stays', async () => {
    const { app } = sync
    const { items } = await app.call(listMessages, { place: 'inbox' })
    const draft = await reply(app, items.find(({ subject }) => subject === 'Asked')!.id, 'reply')
    expect(await answered()).toEqual([])
    await untilKept(app, (await app.call(sendDraft, { draftId: draft.id })).id)
    await syncNow(sync)
    expect(await answered()).toEqual(['Asked'])
    const [asked, told] = await flags()
    expect(asked).toContain('\\Answered')
    expect(told).not.toContain('\\Answered')
    expect(await found(app, 'is:answered')).toEqual(['Asked'])
    expect(await found(app, '-is:answered in:inbox')).toEqual(['Told'])
    expect((await app.call(listThreads, { place: 'inbox' })).items.map((one) => one.answered).sort()).toEqual([
      false,
      true,
    ])
  })

  it('sent with another program marks it here; a server that forgets takes nothing back', async () => {
    await setFlags('+FLAGS (\\Answered)')
    await syncNow(sync)
    expect(await answered()).toEqual(['Told'])
    expect(await found(sync.app, 'is:replied')).toEqual(['Told'])
    await setFlags('-FLAGS (\\Answered)')
    await syncNow(sync)
    expect(await answered()).toEqual(['Told'])
  })

  it('comes with an archive that says so', async () => {
    await importBytes(sync.app, `From a@b Mon Mar  2 10:00:00 2026\nX-Status: A\n${letter('Old')}\n`)
    expect(await answered()).toEqual(['Old'])
  })
})
