import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Dovecot } from '#testing/dovecot.ts'
import { openImap } from '#modules/mail/server/sync/imap/open-imap.ts'
import { ServerProcess, watchDatabase } from '../kill/server-process.ts'
import { startMailServer, type MailServer } from './mail-server.ts'

let folder: string
let dovecot: Dovecot
let mail: MailServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-drafts-'))
  dovecot = await Dovecot.start()
  mail = await startMailServer()
})
afterAll(async () => {
  await ServerProcess.killAll()
  await mail[Symbol.asyncDispose]()
  await dovecot[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const PATIENCE = { timeout: 60_000, interval: 200 }

it('puts a draft on the server once, however often it is killed on the way, and takes it away once', async () => {
  const first = new ServerProcess(folder)
  const servers = { imapHost: '127.0.0.1', imapPort: dovecot.port, imapSecurity: 'none' }
  const smtp = { smtpHost: '127.0.0.1', smtpPort: mail.port, smtpSecurity: 'none' }
  const account = { address: 'alice@example.test', username: 'alice', password: 'secret', ...servers, ...smtp }
  await first.call('POST', '/connections', account)
  await watchDatabase(folder, "SELECT count(*) AS n FROM mail_mailbox WHERE state = 'synced'", ({ n }) => Number(n) > 0)
  const to = [{ name: '', address: 'ben@example.test' }]
  const draft = await first.call('POST', '/drafts', { to, subject: 'Once', bodyText: 'And once alone' })
  await watchDatabase(folder, SENDING, ({ n }) => Number(n) > 0)
  await first.kill()

  // Its answer, or our note of it, was lost: the next process looks before it puts anything there.
  const second = new ServerProcess(folder)
  await expect.poll(async () => (await subjects(second)).length, PATIENCE).toBe(1)
  await second.call('PATCH', `/drafts/${draft.id}`, { subject: 'Twice' })
  await watchDatabase(folder, SENDING, ({ n }) => Number(n) > 0)
  await second.kill()

  const third = new ServerProcess(folder)
  await expect.poll(() => subjects(third), PATIENCE).toEqual(['Twice'])
  await third.fetch(`/drafts/${draft.id}`, { method: 'DELETE' })
  await third.kill()

  await using fourth = new ServerProcess(folder)
  await expect.poll(() => subjects(fourth), PATIENCE).toEqual([])
  expect((await fourth.call('GET', '/drafts')).items).toEqual([])
  await fourth.call('POST', '/emails/sync', {})
  expect((await fourth.call('GET', '/emails?place=drafts')).items).toEqual([])
}, 240_000)

const SENDING = "SELECT count(*) AS n FROM mail_outbox WHERE state = 'sending' AND kind = 'append'"

/** What lies among the drafts of the mail server, once Daybook runs. */
async function subjects(server: ServerProcess): Promise<string[]> {
  await server.call('GET', '/drafts')
  const auth = { user: 'alice', pass: 'secret' }
  const store = await openImap({ host: '127.0.0.1', port: dovecot.port, security: 'none', auth })
  try {
    if (!(await store.listMailboxes()).some(({ path }) => path === 'Drafts')) return []
    await store.open('Drafts', { readOnly: true })
    const found: string[] = []
    for await (const { source } of store.fetch(await store.listUids()))
      found.push(/^Subject: (.*)\r$/m.exec(Buffer.from(source!).toString())![1]!)
    return found
  } finally {
    await store.close()
  }
}
