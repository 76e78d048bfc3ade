import type { Actor } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import identity from '#modules/identity/server/module.ts'
import mail from '#modules/mail/server/module.ts'
import search from '#modules/search/server/module.ts'
import tasks from '#modules/tasks/server/module.ts'
import {
  getImport,
  getMessage,
  importMail,
  listMessages,
  type Import,
  type Message,
  type MessageSummary,
} from '#modules/mail/contract.ts'
import { find } from '#modules/search/contract.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '#testing/test-app.ts'

/** A Daybook of people and mail alone: what these stories need, quick to open. */
export function openMailApp(options: TestAppOptions = {}): Promise<TestApp> {
  return openTestApp({ modules: [identity, mail], ...options })
}

/** A Daybook whose mail is also found. */
export function openSearchedApp(options: TestAppOptions = {}): Promise<TestApp> {
  return openTestApp({ modules: [identity, mail, tasks, search], ...options })
}

/** Uploads a file over HTTP; answers the upload's id. */
export async function upload(app: TestApp, bytes: Uint8Array | string, name = 'mail.mbox'): Promise<string> {
  const body = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
  const response = await app.fetch(`/api/v1/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: body as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/octet-stream' },
  })
  if (response.status !== 201) throw new Error(`The upload was refused: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

/** Uploads and imports an archive, and waits for its end. */
export async function importBytes(
  app: TestApp,
  bytes: Uint8Array | string,
  { name, label }: { name?: string; label?: string } = {},
): Promise<Import> {
  const uploadId = await upload(app, bytes, name)
  const { import: id } = await app.call(importMail, { uploadId, ...(label !== undefined && { label }) })
  await app.settle()
  return app.call(getImport, { id })
}

/** One message by its subject. */
export async function messageCalled(app: TestApp, subject: string): Promise<Message> {
  const { items } = await app.call(listMessages, { limit: 200 })
  const found = items.find((item) => item.subject === subject)
  if (!found) throw new Error(`There is no message ${subject} among ${items.map((item) => item.subject).join(', ')}`)
  return app.call(getMessage, { id: found.id })
}

/** Every message, page by page. */
export async function allMessages(
  app: TestApp,
  input: Parameters<typeof listMessages.input.parse>[0] = {},
): Promise<MessageSummary[]> {
  const all: MessageSummary[] = []
  let cursor: string | null = null
  do {
    const page: { items: MessageSummary[]; next: string | null } = await app.call(listMessages, {
      ...(input as object),
      limit: 200,
      ...(cursor && { cursor }),
    })
    all.push(...page.items)
    cursor = page.next
  } while (cursor)
  return all
}

/** The subjects that a search finds. */
export async function found(app: TestApp, q: string): Promise<string[]> {
  const { items } = await app.call(find, { q, type: 'mail', limit: 200, snippets: false })
  return items.map(({ title }) => title).sort()
}

/** The code with which an operation refuses; null when it does not. */
export function codeOf(outcome: unknown): string | null {
  return outcome instanceof Failure ? outcome.code : null
}

/** Rows of the database itself, for what no operation shows. */
export async function rows(app: TestApp, sql: string, ...parameters: string[]): Promise<Record<string, unknown>[]> {
  return app.daybook.database.read(async (transaction) => transaction.all(sql, ...parameters))
}

/** Somebody else of the same workspace. */
export const neighbour = (app: TestApp): Actor => app.person('member')

/** Somebody of another workspace, with every right there. */
export const stranger = (app: TestApp): Actor => app.person('owner', '01933b6e-8f00-7000-8000-0000000000aa')

/** An id that no record has. */
export const unknownId = '01933b6e-8f00-7000-8000-000000000001'
