import { Dovecot, type DovecotOptions } from '#testing/dovecot.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'
import type { Connection } from '#modules/connections/contract.ts'
import { listMailboxes, syncMail, type Mailbox } from '#modules/mail/contract.ts'

/** A Daybook beside a real IMAP server. */
export interface SyncApp extends AsyncDisposable {
  app: TestApp
  dovecot: Dovecot
}

/** Opens a Daybook and a Dovecot whose `alice` is to be connected. */
export async function openSyncApp(
  options: { app?: Omit<TestAppOptions, 'modules'>; dovecot?: DovecotOptions } = {},
): Promise<SyncApp> {
  const dovecot = await Dovecot.start(options.dovecot)
  const app = await openAppOf(['identity', 'connections', 'mail', 'tasks', 'search'], options.app)
  return {
    app,
    dovecot,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      await dovecot[Symbol.asyncDispose]()
    },
  }
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
  for (let attempt = 0; attempt < 600; attempt++) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('It did not come')
}
