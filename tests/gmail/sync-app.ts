import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '#modules/connections/contract.ts'
import { listMailboxes, syncMail, type Mailbox } from '#modules/mail/contract.ts'
import { governors } from '#modules/mail/server/gmail/governors.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { beginConsent, comeBack } from '../connections/consenting.ts'
import { ADDRESS, startFakeGmail, type FakeGmail, type Faults, type Seed } from './fake-gmail.ts'
import { fastGovernor } from './store-app.ts'

/** What people consent to where Gmail's API is all there is. */
const API_SCOPES = ['https://www.googleapis.com/auth/gmail.modify']
const CLIENT = {
  client_id: 'daybook',
  client_secret: 'a-secret-of-tests',
  name: 'Daybook',
  redirect_uris: ['http://localhost/api/v1/integrations/callback'],
}

/** A Daybook beside Gmail, with an account there that consented to the API alone. */
export interface GmailApp extends AsyncDisposable {
  app: TestApp
  gmail: FakeGmail
  connection: Connection
  /** Stops Daybook and starts it again on the same folder. */
  reopen(): Promise<void>
}

export async function openGmailApp(
  seed: { messages?: Seed[]; labels?: { id: string; name: string }[]; faults?: Partial<Faults> } = {},
): Promise<GmailApp> {
  const gmail = await startFakeGmail({ ...seed, oauth: [CLIENT] })
  Object.assign(gmail.faults, seed.faults)
  const registration = {
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    baseUrl: gmail.baseUrl,
    mailScopes: API_SCOPES,
  }
  const dataFolder = await mkdtemp(join(tmpdir(), 'daybook-gmail-'))
  const open = () =>
    openAppOf(['identity', 'connections', 'mail', 'tasks', 'search'], {
      registrations: { google: registration, microsoft: null },
      dataFolder,
    })
  let app = await open()
  const location = await consent(gmail, await beginConsent(app, 'google'))
  const connection = (await comeBack(app, location)).value as Connection
  governors.set(connection.id, fastGovernor())
  return {
    get app() {
      return app
    },
    gmail,
    connection,
    async reopen() {
      await app[Symbol.asyncDispose]()
      app = await open()
    },
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      await gmail[Symbol.asyncDispose]()
      governors.delete(connection.id)
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Syncs the account now, and waits until nothing is left to do. */
export async function syncNow({ app }: GmailApp): Promise<void> {
  await app.settle()
  await app.call(syncMail, {})
  await app.settle()
}

export async function mailboxes({ app }: GmailApp): Promise<Map<string, Mailbox>> {
  const { items } = await app.call(listMailboxes, {})
  return new Map(items.map((mailbox) => [mailbox.path, mailbox]))
}

/** Consents as a person does in a browser; answers where it is sent back to. */
async function consent({ baseUrl }: FakeGmail, url: string): Promise<string> {
  const response = await fetch(`${baseUrl}/o/oauth2/v2/auth/callback`, {
    method: 'POST',
    body: new URLSearchParams({ email: ADDRESS, ...Object.fromEntries(new URL(url).searchParams) }),
    redirect: 'manual',
  })
  return response.headers.get('location')!
}
