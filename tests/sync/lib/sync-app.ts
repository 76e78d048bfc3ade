import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dovecot, type DovecotOptions } from '#testing/dovecot.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'
import type { Connection } from '#modules/connections/contract.ts'
import { listMailboxes, syncMail, type Mailbox } from '#modules/mail/contract.ts'

/** A Daybook beside a real IMAP server. */
export interface SyncApp extends AsyncDisposable {
  app: TestApp
  dovecot: Dovecot
  /** Ends the Daybook and opens it again on the same data. */
  restart(): Promise<void>
}

/** Opens a Daybook and a Dovecot whose `alice` is to be connected. */
export async function openSyncApp(
  options: { app?: Omit<TestAppOptions, 'modules' | 'dataFolder'>; dovecot?: DovecotOptions } = {},
): Promise<SyncApp> {
  const dovecot = await Dovecot.start(options.dovecot)
  const dataFolder = await mkdtemp(join(tmpdir(), 'daybook-test-'))
  const open = () => openAppOf(['identity', 'connections', 'mail', 'tasks', 'search'], { ...options.app, dataFolder })
  const sync: SyncApp = {
    app: await open(),
    dovecot,
    async restart() {
      await sync.app.daybook.close()
      sync.app = await open()
    },
    async [Symbol.asyncDispose]() {
      await sync.app[Symbol.asyncDispose]()
      await rm(dataFolder, { recursive: true, force: true })
      await dovecot[Symbol.asyncDispose]()
    },
  }
  return sync
}

/** Connects an account of the Dovecot, as a person does. */
export async function connect(
  { app, dovecot }: SyncApp,
  {
    user = 'alice',
    password = 'secret',
    ...more
  }: { user?: string; password?: string; [member: string]: unknown } = {},
): Promise<Connection> {
  const body = {
    address: `${user}@example.test`,
    username: user,
    password,
    imapHost: '127.0.0.1',
    imapPort: dovecot.port,
    imapSecurity: 'none',
    ...more,
  }
  const response = await app.fetch('/api/v1/connections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The account was refused: ${response.status} ${await response.text()}`)
  return (await response.json()) as Connection
}

/** Syncs all accounts now, and waits until nothing is left to do. */
export async function syncNow({ app }: SyncApp): Promise<void> {
  await app.settle()
  await app.call(syncMail, {})
  await app.settle()
}

/** The mailboxes of the account by path. */
export async function mailboxes({ app }: SyncApp): Promise<Map<string, Mailbox>> {
  const { items } = await app.call(listMailboxes, {})
  return new Map(items.map((mailbox) => [mailbox.path, mailbox]))
}

/** Waits for something that comes by itself. Fails when it does not come at all. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let attempt = 0; attempt < 2400; attempt++) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('It did not come')
}
