import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Dovecot } from '#testing/dovecot.ts'
import { ServerProcess, watchDatabase } from '../kill/server-process.ts'
import { startMailServer, type MailServer } from './mail-server.ts'

let folder: string
let dovecot: Dovecot
let mail: MailServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-send-'))
  dovecot = await Dovecot.start()
  mail = await startMailServer()
})
afterAll(async () => {
  await ServerProcess.killAll()
  await mail[Symbol.asyncDispose]()
  await dovecot[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** A server process with an account, and a letter that it is told to send at once. */
async function sendFrom(server: ServerProcess): Promise<void> {
  const servers = { imapHost: '127.0.0.1', imapPort: dovecot.port, imapSecurity: 'none' }
  const smtp = { smtpHost: '127.0.0.1', smtpPort: mail.port, smtpSecurity: 'none' }
  const account = { address: 'alice@example.test', username: 'alice', password: 'secret', ...servers, ...smtp }
  const { items } = await server.call('GET', '/connections')
  if (items.length === 0) await server.call('POST', '/connections', account)
  await server.call('PUT', '/settings/mail.undo-seconds', { value: 0 })
  const to = [{ name: '', address: 'ben@example.test' }]
  const draft = await server.call('POST', '/drafts', { to, subject: 'Once', bodyText: 'And once alone' })
  // Its answer may be lost with the process.
  await server.fetch(`/drafts/${draft.id}/send`, { method: 'POST' }).catch(() => undefined)
}

const stateOf = async (server: ServerProcess, id: string) => (await server.call('GET', `/outgoing/${id}`)).state

it('is unsure, and sends nothing twice, when it dies between the answer of the mail server and its note of it', async () => {
  const dataFolder = join(folder, 'unsure')
  const first = new ServerProcess(dataFolder)
  // The mail server has the message and is about to say so when we die: its answer reaches nobody.
  mail.refuseMessage = async () => {
    await first.kill()
    return undefined
  }
  await sendFrom(first)
  await expect.poll(() => mail.received.length, { timeout: 30_000 }).toBe(1)
  mail.refuseMessage = () => undefined

  await using second = new ServerProcess(dataFolder)
  const open = async () => (await second.call('GET', '/outgoing?open=true')).items
  await expect.poll(async () => (await open())[0]?.state, { timeout: 30_000 }).toBe('unsure')
  const [unsure] = await open()
  expect(unsure.problem.detail).toMatch(/^It may have been sent/)
  // A start more changes nothing, and neither does what the job does then.
  await second.stop()
  await using third = new ServerProcess(dataFolder)
  expect(await stateOf(third, unsure.id)).toBe('unsure')
  expect(mail.received).toHaveLength(1)

  expect(await third.call('POST', `/outgoing/${unsure.id}/confirm`, {})).toMatchObject({ state: 'sent' })
  await expect
    .poll(async () => (await third.call('GET', `/outgoing/${unsure.id}`)).sentCopy, { timeout: 30_000 })
    .not.toBeNull()
  expect((await third.call('GET', '/emails?place=sent')).items).toMatchObject([{ subject: 'Once' }])
  expect(mail.received).toHaveLength(1)
  expect((await third.call('GET', '/drafts')).items).toEqual([])
}, 120_000)

it('sends an unsure message again when its person says so, with the same bytes', async () => {
  mail.received.length = 0
  const dataFolder = join(folder, 'again')
  const first = new ServerProcess(dataFolder)
  mail.refuseMessage = async () => {
    await first.kill()
    return undefined
  }
  await sendFrom(first)
  await expect.poll(() => mail.received.length, { timeout: 30_000 }).toBe(1)
  mail.refuseMessage = () => undefined

  await using second = new ServerProcess(dataFolder)
  await second.call('GET', '/drafts')
  const { id } = await watchDatabase(dataFolder, 'SELECT id, state FROM mail_outgoing', (row) => row.state === 'unsure')
  await second.call('POST', `/outgoing/${id}/retry`, {})
  await expect.poll(() => stateOf(second, String(id)), { timeout: 30_000 }).toBe('sent')
  const [one, two] = mail.received.map(({ source }) => source)
  expect(mail.received).toHaveLength(2)
  expect(two).toBe(one)
}, 120_000)

it('sends once what had not begun to leave when it died', async () => {
  mail.received.length = 0
  const dataFolder = join(folder, 'before')
  const first = new ServerProcess(dataFolder)
  const died = Promise.withResolvers<void>()
  mail.refuseRecipient = () => {
    void first.kill().then(died.resolve)
    return undefined
  }
  await sendFrom(first)
  await died.promise
  await watchDatabase(dataFolder, 'SELECT state FROM mail_outgoing', (row) => row.state === 'waiting')
  mail.refuseRecipient = () => undefined

  await using second = new ServerProcess(dataFolder)
  await second.call('GET', '/drafts')
  await watchDatabase(dataFolder, 'SELECT state FROM mail_outgoing', (row) => row.state === 'sent')
  expect(mail.received).toHaveLength(1)
}, 120_000)
