import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemActor, type Actor } from '#kernel/actor.ts'
import { requestApproval } from '#kernel/approvals/internal.ts'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { Failure } from '#kernel/failure.ts'
import { enqueueJob } from '#kernel/jobs/job-store.ts'
import {
  createToken,
  createUser,
  createWorkspace,
  deleteUser,
  deleteWorkspace,
  invite,
} from '#modules/identity/contract.ts'
import { tidyHourly } from '#modules/identity/server/internal-accounts.ts'
import { createLabel, importMail, listMessages } from '#modules/mail/contract.ts'
import { find } from '#modules/search/contract.ts'
import { createProject, createTask, createTaskFromMessage, listTasks } from '#modules/tasks/contract.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'

const DAY = 24 * 60 * 60 * 1000

/** What stays of a workspace: events and the chain of the audit, which hold ids only, and the job that erased it. */
const STAYS = new Set(['events', 'audit', 'subscriptions', 'migrations'])

it('erases a workspace a week after it was deleted, and nothing of another', async () => {
  let now = Date.now()
  await using app = await openTestApp({ clock: () => now })
  const zanzibar = await fill(app, await make(app), 'Zanzibar')
  await fill(app, app.owner, 'Home')
  const before = await lastingRows(app)
  expect((await rowsOf(app, zanzibar.workspaceId, 'Zanzibar')).length).toBeGreaterThan(25)
  expect(await filesOf(app)).toBe(5)

  await call(app, zanzibar, deleteWorkspace, { name: 'Zanzibar club' })
  now += 6 * DAY
  await tidy(app, now)
  expect((await rowsOf(app, zanzibar.workspaceId, 'Zanzibar')).length).toBeGreaterThan(25)

  now += 2 * DAY
  await app.takeEvents()
  await tidy(app, now)
  expect(await app.takeEvents()).toEqual(['identity.workspace-erased'])
  expect(await rowsOf(app, zanzibar.workspaceId, 'Zanzibar')).toEqual([])
  expect(await lastingRows(app)).toEqual(before)
  // What both have, what is the other’s own, and what was uploaded there.
  expect(await filesOf(app)).toBe(3)
  for (const projection of ['activity', 'search']) await app.daybook.kernel.services.dispatcher.replay(projection)
  expect(await rowsOf(app, zanzibar.workspaceId, 'Zanzibar')).toEqual([])
  expect(await app.call(find, { q: 'Home' })).toMatchObject({ items: [{}, {}, {}, {}] })
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true, faults: [] })
})

it('goes on erasing after a stop half-way', async () => {
  let now = Date.now()
  const dataFolder = await mkdtemp(join(tmpdir(), 'daybook-test-'))
  let workspaceId = ''
  {
    await using app = await openTestApp({ dataFolder, clock: () => now })
    const actor = await fill(app, await make(app), 'Zanzibar')
    workspaceId = actor.workspaceId
    await call(app, actor, deleteWorkspace, { name: 'Zanzibar club' })
    now += 8 * DAY
    await tidy(app, now, false)
    while (!(await isBegun(app))) await new Promise((next) => setTimeout(next, 1))
  }
  await using app = await openTestApp({ dataFolder, clock: () => now })
  await app.settle()
  expect(await rowsOf(app, workspaceId, 'Zanzibar')).toEqual([])
  expect(await filesOf(app)).toBe(0)
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true })
  await rm(dataFolder, { recursive: true, force: true })
})

it('erases what was a deleted person’s own', async () => {
  await using app = await openTestApp()
  const made = await app.call(createUser, { name: 'Ben', email: 'ben@example.test', role: 'member' })
  const ben = await fill(app, { ...app.owner, id: made.id, role: 'member', instanceAdmin: false }, 'Home')
  await fill(app, app.owner, 'Home')
  const mine = async () => {
    const counts: Record<string, number> = {}
    for (const [table, column] of Object.entries(OWNED)) {
      const rows = await app.daybook.database.read(async (transaction) =>
        transaction.all(`SELECT 1 FROM ${table} WHERE ${column} = ?`, ben.id),
      )
      counts[table] = rows.length
    }
    return counts
  }
  for (const count of Object.values(await mine())) expect(count).toBeGreaterThan(0)

  await app.call(deleteUser, { id: ben.id, name: 'Ben' })
  await app.settle()
  expect(Object.values(await mine())).toEqual([0, 0, 0, 0])
  const left = await app.daybook.database.read(async (transaction) => transaction.all('SELECT id FROM uploads'))
  expect(left).toHaveLength(2)
})

const OWNED = { notifications_notice: 'person_id', settings: 'scope_id', uploads: 'owner_id', approvals: 'person_id' }

/** A workspace of the owner besides the one that is there. */
async function make(app: TestApp): Promise<Actor> {
  const { id } = await app.call(createWorkspace, { name: 'Zanzibar club' })
  return { ...app.owner, workspaceId: id }
}

/** Leaves something in as many tables as a few operations reach. */
async function fill(app: TestApp, actor: Actor, word: string): Promise<Actor> {
  await call(app, actor, createProject, { name: `${word} project` })
  await call(app, actor, createTask, { title: `${word} task`, notes: word }, 'once')
  await call(app, actor, createLabel, { name: `${word} label` })
  await call(app, actor, updateSetting, { name: 'notifications.sign-in', value: true })
  if (actor.role === 'owner') await call(app, actor, invite, { email: `${word}@example.test`, role: 'member' })
  const ask = { operation: 'tasks.create', input: { title: word }, client: 'test' }
  await app.daybook.kernel.callAs(systemActor('test', actor.workspaceId, actor.id), requestApproval, ask)
  const { token } = (await call(app, actor, createToken, { name: word, scopes: ['read', 'write'] })) as {
    token: string
  }
  await upload(app, token, `${word} unused`)
  const uploadId = await upload(app, token, message(word) + message('Both') + small(word))
  await call(app, actor, importMail, { uploadId, label: word })
  await app.settle()
  const { items } = (await call(app, actor, listMessages, {})) as { items: { id: string }[] }
  expect(items).toHaveLength(3)
  await call(app, actor, createTaskFromMessage, { messageId: items[0]!.id })
  await app.settle()
  expect(((await call(app, actor, listTasks, {})) as { items: unknown[] }).items).not.toHaveLength(0)
  return actor
}

async function upload(app: TestApp, token: string, body: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }
  const response = await app.fetch('/api/v1/uploads?name=mail.mbox', { method: 'POST', body, headers })
  return ((await response.json()) as { id: string }).id
}

async function call(app: TestApp, actor: Actor, operation: any, input: object, idempotencyKey?: string) {
  const answer = await app.as(actor).call(operation, input, idempotencyKey ? { idempotencyKey } : {})
  if (answer instanceof Failure) throw new Error(`${operation.name} refused: ${answer.code} ${answer.detail}`)
  return answer
}

/** Runs the job that tidies up every hour. */
async function tidy(app: TestApp, at: number, settle = true): Promise<void> {
  const actor = systemActor(tidyHourly.name, '', null)
  await app.daybook.database.write((transaction) => enqueueJob(transaction, tidyHourly, {}, { actor, at }))
  app.daybook.kernel.services.jobs.wake()
  if (settle) await app.settle()
}

/** Whether the workspace itself is gone; what was in it is on its way. */
async function isBegun(app: TestApp): Promise<boolean> {
  const begun = "SELECT 1 FROM events WHERE type = 'identity.workspace-erased'"
  return (await app.daybook.database.read(async (transaction) => transaction.get(begun))) !== undefined
}

/** Every row, in whatever table, that names a workspace or has a word that was written there. */
async function rowsOf(app: TestApp, workspaceId: string, word: string): Promise<string[]> {
  return app.daybook.database.read(async (transaction) => {
    transaction.enter(workspaceId)
    const tables = await transaction.all(
      transaction.dialect === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name"
        : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename',
    )
    const found: string[] = []
    for (const { name } of tables) {
      if (STAYS.has(String(name))) continue
      for (const row of await transaction.all(`SELECT * FROM ${String(name)}`)) {
        if (name === 'jobs' && row.workspace_id === '') continue
        const text = JSON.stringify(row)
        if (text.includes(workspaceId) || text.includes(word)) found.push(`${String(name)} ${text}`)
      }
    }
    return found.sort()
  })
}

/** What the other workspace has. Answers under their keys lapse by themselves after a day. */
async function lastingRows(app: TestApp): Promise<string[]> {
  const rows = await rowsOf(app, app.owner.workspaceId, 'Home')
  return rows.filter((row) => !row.startsWith('idempotency'))
}

/** How many files there are: uploads, and sources too large for a row. */
async function filesOf(app: TestApp): Promise<number> {
  const entries = await readdir(app.dataFolder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile() && /blobs|uploads/.test(entry.parentPath)).length
}

/** Too large for a row. */
const message = (word: string) => small(word, 'lorem ipsum dolor sit amet\n'.repeat(12_000))

const small = (word: string, body = 'Hello.\n') => `From a@example.test Thu Nov 12 10:00:00 2026
From: ${word} <ada@example.test>
Subject: ${word} ${body.length}
Message-ID: <${word}-${body.length}@example.test>
Date: Thu, 12 Nov 2026 10:00:00 +0000

${body}
`
