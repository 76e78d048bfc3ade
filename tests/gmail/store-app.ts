import { systemActor } from '#kernel/actor.ts'
import type { ActingFor } from '#kernel/context.ts'
import { GmailClient } from '#modules/mail/server/gmail/gmail-client.ts'
import { GmailStore } from '#modules/mail/server/gmail/gmail-store.ts'
import { QuotaGovernor } from '#modules/mail/server/gmail/quota-governor.ts'
import { StoredIndex } from '#modules/mail/server/gmail/stored-index.ts'
import type { RemoteMessage } from '#modules/mail/server/sync/remote-store.ts'
import type { TestApp } from '#testing/test-app.ts'
import type { FakeGmail, Seed } from './fake-gmail.ts'

export const CONNECTION = '01933b6e-8f00-7000-8000-0000000000a1'

/** A store over Gmail's API with its index in the app's database. */
export function openStore(app: TestApp, gmail: FakeGmail, governor = fastGovernor()) {
  const index = new StoredIndex(actingFor(app), CONNECTION)
  const refused: string[] = []
  const login = {
    baseUrl: gmail.baseUrl,
    token: async () => `token-${refused.length}`,
    refused: async (reason: string) => void refused.push(reason),
  }
  const client = new GmailClient(login, { governor, patience: 1 })
  let now = 1_780_000_000_000
  // Each look comes long after the last.
  const store = new GmailStore({
    client,
    index,
    quota: () => governor.status(),
    now: () => (now += 600_000),
    pollMilliseconds: 20,
  })
  return { store, index, client, governor, refused }
}

/** As a service of mail works for the owner. */
function actingFor({ daybook, owner }: TestApp): ActingFor {
  const actor = systemActor('mail.sessions', owner.workspaceId, owner.id)
  const call = (operation: any, input: any): Promise<any> => daybook.kernel.callAs(actor, operation, input)
  return { call, ask: call }
}

/** One that never waits for units. */
export function fastGovernor(): QuotaGovernor {
  return new QuotaGovernor({ perMinute: 100_000_000 })
}

/** Messages of which the last is the newest. */
export function seeds(count: number, labels: (n: number) => string[] = () => ['INBOX', 'UNREAD']): Seed[] {
  return Array.from({ length: count }, (_, n) => ({
    id: (0x18c2b8e900000000n + BigInt(n)).toString(16),
    subject: `Letter ${n}`,
    body_text: `The text of letter ${n}.`,
    message_id: `<letter-${n}@example.test>`,
    label_ids: labels(n),
    date: new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString(),
  }))
}

export async function fetchAll(store: GmailStore, uids: readonly number[]): Promise<Map<number, RemoteMessage>> {
  const messages = new Map<number, RemoteMessage>()
  for await (const message of store.fetch(uids)) messages.set(message.uid, message)
  return messages
}

export function subjectOf({ source }: RemoteMessage): string {
  return /^subject: (.*)$/im.exec(Buffer.from(source!).toString())![1]!.trim()
}
