import { expect } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { systemActor } from '#kernel/actor.ts'
import type { Operation } from '#contract/operation.ts'
import type { Connection } from '#modules/connections/contract.ts'
import { storeConnection } from '#modules/connections/server/internal.ts'
import {
  attach,
  createDraft,
  getOutgoing,
  listIdentities,
  prepareReply,
  sendDraft,
  type Draft,
  type Outgoing,
} from '#modules/mail/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'
import type { MailServer } from './mail-server.ts'

/** A Daybook that sends at once, unless told to wait. */
export async function openSendingApp(
  options: Omit<TestAppOptions, 'modules'> & { undoSeconds?: number; notices?: boolean } = {},
): Promise<TestApp> {
  const { undoSeconds = 0, notices = false, ...rest } = options
  const app = await openAppOf(
    ['identity', 'connections', 'mail', 'search', 'tasks', ...(notices ? ['notifications' as const] : [])],
    rest,
  )
  await app.call(updateSetting, { name: 'mail.undo-seconds', value: undoSeconds })
  return app
}

/** An account at the server, with the address it sends from. */
export async function connect(
  app: TestApp,
  server: Pick<MailServer, 'port'>,
  more: Partial<Parameters<typeof storeConnection.input.parse>[0] & object> = {},
): Promise<Connection> {
  const { owner, daybook } = app
  const smtp = { host: '127.0.0.1', port: server.port, security: 'none', username: 'ada' }
  const account = { provider: 'imap', address: 'ada@example.test', name: 'Ada', imap: null, smtp, password: 'secret' }
  const actor = systemActor('test', owner.workspaceId, owner.id)
  const connection = await daybook.kernel.callAs(actor, storeConnection, { ...account, ...more } as never)
  await expect
    .poll(async () => (await app.call(listIdentities, {})).items.map(({ connectionId }) => connectionId), PATIENCE)
    .toContain(connection.id)
  return connection
}

/** Calls an operation over HTTP as its typed client would; endpoints are reached no other way. */
export async function post(
  app: TestApp,
  operation: Operation<any, any, any, any>,
  input: Record<string, unknown>,
): Promise<{ status: number; value: any }> {
  const { draftId, messageId, ...body } = input
  const path = operation.http.path.replace('{draftId}', String(draftId)).replace('{messageId}', String(messageId))
  const response = await app.fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, value: await response.json() }
}

/** Puts bytes into a draft. */
export async function attachBytes(
  app: TestApp,
  draftId: string,
  name: string,
  bytes: Uint8Array,
  more: object = {},
): Promise<{ status: number; value: any }> {
  return post(app, attach, { draftId, uploadId: await upload(app, name, bytes), ...more })
}

export async function upload(app: TestApp, name: string, bytes: Uint8Array | string): Promise<string> {
  const response = await app.fetch(`/api/v1/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/octet-stream' },
  })
  return ((await response.json()) as { id: string }).id
}

/** An answer to a message. */
export async function reply(app: TestApp, messageId: string, kind: string, more: object = {}): Promise<Draft> {
  const { status, value } = await post(app, prepareReply, { messageId, kind, ...more })
  expect(status, JSON.stringify(value)).toBe(200)
  return value
}

type Letter = Parameters<typeof createDraft.input.parse>[0] & object

/** Writes to Ben, unless told otherwise, and sends it. */
export async function sendLetter(app: TestApp, letter: Partial<Letter> = {}): Promise<Outgoing> {
  const draft = await app.call(createDraft, {
    to: [{ name: 'Ben', address: 'ben@example.test' }],
    subject: 'Lunch',
    bodyText: 'At noon?',
    ...letter,
  } as never)
  return app.call(sendDraft, { draftId: draft.id })
}

const PATIENCE = { timeout: 20_000, interval: 30 }

/** Waits until an outgoing message is in a state. */
export async function untilState(app: TestApp, id: string, state: Outgoing['state']): Promise<Outgoing> {
  await expect.poll(async () => (await app.call(getOutgoing, { id })).state, PATIENCE).toBe(state)
  return app.call(getOutgoing, { id })
}

/** Waits until the copy of a sent message is stored. */
export async function untilKept(app: TestApp, id: string): Promise<Outgoing> {
  await expect.poll(async () => (await app.call(getOutgoing, { id })).sentCopy, PATIENCE).not.toBeNull()
  return app.call(getOutgoing, { id })
}

/** The value of a header field, unfolded. */
export function headerOf(source: string, name: string): string | null {
  const head = source.slice(0, source.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? null
}
