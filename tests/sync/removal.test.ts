import { describe, expect, it } from 'vitest'
import { removeConnection } from '#modules/connections/contract.ts'
import { undoImport } from '#modules/mail/contract.ts'
import { dovecotMissing } from '#testing/dovecot.ts'
import { findTraces, tracesOf } from '../mail/folder-bytes.ts'
import { allMessages, found, importBytes, rows } from '../mail/mail-app.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { connect, openSyncApp, syncNow } from './lib/sync-app.ts'

const letter = (n: number) => mailText({ subject: `Letter ${n}`, id: `letter-${n}`, body: `Word${n} of a letter.` })

describe.skipIf(dovecotMissing() !== null)('an account that is removed', () => {
  it('takes with it what only it brought, also out of the search', async () => {
    await using sync = await openSyncApp({ dovecot: { users: { alice: 'secret', bob: 'other' } } })
    const { app, dovecot } = sync
    await dovecot.prefill([letter(1), letter(2), letter(3)])
    await dovecot.prefill([letter(4)], { mailbox: 'Work' })
    await dovecot.prefill([letter(2), letter(5)], { user: 'bob' })
    await importBytes(app, mbox([letter(3)]))
    const { id } = await connect(sync)
    await connect(sync, { user: 'bob', password: 'other' })
    await syncNow(sync)
    await importBytes(app, mbox([letter(4)]))
    expect(await allMessages(app)).toHaveLength(5)

    await app.call(removeConnection, { id })
    await app.settle()
    const left = (await allMessages(app)).map(({ subject }) => subject).sort()
    expect(left).toEqual(['Letter 2', 'Letter 3', 'Letter 4', 'Letter 5'])
    expect(await found(app, 'word1')).toEqual([])
    expect(await found(app, 'word4')).toEqual(['Letter 4'])
    expect(await rows(app, 'SELECT DISTINCT connection_id FROM mail_mailbox')).toHaveLength(1)
    expect(await rows(app, 'SELECT * FROM mail_orphan')).toEqual([])
  })

  it('leaves no byte of it in the data folder', async () => {
    await using sync = await openSyncApp()
    const { app, dovecot } = sync
    const others = Array.from({ length: 40 }, (_, n) => letter(n))
    const body = `Hello wvkzbodycanary, ${Array.from({ length: 300 }, () => Math.random().toString(36)).join('')}`
    const secret = { subject: 'qxjvsubjectcanary', id: 'secret', from: 'Zed <zfqhsendercanary@example.test>', body }
    await dovecot.prefill([...others, mailText(secret)])
    const { id } = await connect(sync)
    await syncNow(sync)
    await app.settle()
    const traces = await tracesOf(app, ['qxjvsubjectcanary', 'wvkzbodycanary', 'zfqhsendercanary'])
    expect(await findTraces(app, traces)).not.toEqual([])
    await app.call(removeConnection, { id })
    await app.settle()
    expect(await allMessages(app)).toEqual([])
    expect(await findTraces(app, traces)).toEqual([])
  })

  it('leaves a message on a server whose import is undone', async () => {
    await using sync = await openSyncApp()
    const { app, dovecot } = sync
    await dovecot.prefill([letter(1)])
    const { id } = await importBytes(app, mbox([letter(1), letter(2)]))
    await connect(sync)
    await syncNow(sync)
    await app.call(undoImport, { id })
    await app.settle()
    expect((await allMessages(app)).map(({ subject }) => subject)).toEqual(['Letter 1'])
  })
})
