import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { deleteUser, leaveWorkspace, removeMember } from '#modules/identity/contract.ts'
import { find } from '#modules/search/contract.ts'
import {
  addComment,
  addDependency,
  addReminder,
  addStep,
  attachToTask,
  createFeed,
  createFilter,
  createProject,
  createTask,
  getTask,
  listFeeds,
  listProjects,
  updateTask,
} from '#modules/tasks/contract.ts'
import { sweep } from '#modules/tasks/server/recurrence/testing.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'
import { People } from '../access/callers.ts'

const WORD = 'quetzalcoatl'

/** Ben with a private project and all that can be in it, a task that all see, and an address for calendars. */
async function openStory() {
  let now = Date.parse('2026-11-22T09:00:00Z')
  const app = await openTestApp({ clock: () => now })
  const people = new People(app)
  const ben = await people.add('Ben', 'member')
  const call = callerOf(app, ben)
  const project = await call(createProject, { name: `${WORD} project`, visibility: 'private' })
  const below = await call(createProject, { name: `${WORD} part`, visibility: 'private', parentId: project.id })
  const hidden = await call(createTask, { title: `${WORD} task`, notes: WORD, projectId: project.id, status: 'next' })
  await call(createTask, { title: `${WORD} below`, projectId: below.id })
  await call(addStep, { taskId: hidden.id, title: `${WORD} step`, minutes: 3 })
  await call(updateTask, { id: hidden.id, title: `${WORD} renamed`, dueAt: '2026-12-01T09:00:00Z' })
  await call(addComment, { taskId: hidden.id, body: `${WORD} comment` })
  await call(addReminder, { taskId: hidden.id, minutesBefore: 10, relatedTo: 'due' })
  await call(addReminder, { taskId: hidden.id, at: '2026-11-22T10:00:00Z' })
  now = Date.parse('2026-11-22T11:00:00Z')
  await sweep(app)
  await attach(app, await people.token(ben, ['read', 'write']), hidden.id)
  const shared = await call(createTask, { title: 'All may see it' })
  await call(addDependency, { id: shared.id, onId: hidden.id })
  await call(createFilter, { name: 'Mine', q: 'status:next' })
  const { path } = await call(createFeed, { name: 'Phone' })
  await app.settle()

  const reads = async () => (await app.fetch(path, { anonymous: true })).status
  const isThere = async () => JSON.stringify(await call(listProjects, {})).includes(WORD)
  return { app, ben, people, call, shared, reads, isThere, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

function callerOf(app: TestApp, actor: Actor): TestApp['call'] {
  return async (operation, input) => {
    const answer = await app.as(actor).call(operation, input, { idempotencyKey: crypto.randomUUID() })
    if (answer instanceof Failure) throw new Error(`${operation.name} refused: ${answer.code} ${answer.detail}`)
    return answer
  }
}

async function attach(app: TestApp, headers: Record<string, string>, taskId: string): Promise<void> {
  const body = `${WORD} file`
  const upload = await app.fetch('/api/v1/uploads?name=plan.txt', { method: 'POST', headers, body })
  const { id: uploadId } = (await upload.json()) as { id: string }
  const answer = await app.fetch(`/api/v1${attachToTask.http.path.replace('{taskId}', taskId)}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ uploadId, filename: `${WORD}.txt` }),
  })
  expect(answer.status).toBe(201)
}

/** Tables with rows that hold the word, whoever may see them. */
async function tablesWithWord(app: TestApp): Promise<string[]> {
  return app.daybook.database.read(async (transaction) => {
    transaction.enter(app.owner.workspaceId)
    const tables = await transaction.all(
      transaction.dialect === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name"
        : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename',
    )
    const found: string[] = []
    for (const { name } of tables) {
      const rows = await transaction.all(`SELECT * FROM ${String(name)}`)
      if (JSON.stringify(rows).includes(WORD)) found.push(String(name))
    }
    return found
  })
}

async function rowsIn(app: TestApp, table: string): Promise<number> {
  const rows = await app.daybook.database.read(async (transaction) => {
    transaction.enter(app.owner.workspaceId)
    return transaction.all(`SELECT 1 FROM ${table}`)
  })
  return rows.length
}

async function filesOf(app: TestApp): Promise<number> {
  const entries = await readdir(join(app.dataFolder, 'blobs'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

it('erases private projects and feeds with their person’s account, and keeps what all see', async () => {
  await using story = await openStory()
  const { app, ben, shared, reads } = story
  expect(await tablesWithWord(app)).toEqual(
    expect.arrayContaining([
      'audit_detail',
      'notifications_notice',
      'tasks_change',
      'tasks_comment',
      'tasks_project',
      'tasks_task',
    ]),
  )
  expect(await reads()).toBe(200)
  expect(await filesOf(app)).toBe(1)
  expect(await app.call(getTask, { id: shared.id })).toMatchObject({ blocked: true })

  await app.call(deleteUser, { id: ben.id, name: 'Ben' })
  await app.settle()
  expect(await tablesWithWord(app)).toEqual([])
  for (const table of ['tasks_project', 'tasks_feed', 'tasks_reminder', 'tasks_alarm', 'tasks_filter'])
    expect(await rowsIn(app, table), table).toBe(0)
  expect(await filesOf(app)).toBe(0)
  expect(await reads()).toBe(404)
  expect(await app.call(getTask, { id: shared.id })).toMatchObject({ title: 'All may see it', blocked: false })
  expect(await app.call(find, { q: WORD })).toMatchObject({ items: [] })
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true, faults: [] })
})

it('erases them with whoever leaves a workspace by themselves', async () => {
  await using story = await openStory()
  const { app, ben, reads, shared } = story
  await callerOf(app, ben)(leaveWorkspace, {})
  await app.settle()
  expect(await tablesWithWord(app)).toEqual([])
  // What is no task rests, as their mail does.
  expect(await rowsIn(app, 'tasks_filter')).toBe(1)
  expect(await rowsIn(app, 'tasks_feed')).toBe(0)
  expect(await filesOf(app)).toBe(0)
  expect(await reads()).toBe(404)
  expect(await app.call(getTask, { id: shared.id })).toMatchObject({ blocked: false })
  expect(await app.daybook.kernel.verify()).toMatchObject({ ok: true, faults: [] })
})

it('keeps them for whoever was removed by somebody else, until their account is deleted', async () => {
  await using story = await openStory()
  const { app, ben, reads } = story
  await app.call(removeMember, { id: ben.id })
  await app.settle()
  expect(await rowsIn(app, 'tasks_feed')).toBe(0)
  expect(await reads()).toBe(404)
  expect(await tablesWithWord(app)).toContain('tasks_comment')

  await app.call(deleteUser, { id: ben.id, name: 'Ben' })
  await app.settle()
  expect(await tablesWithWord(app)).toEqual([])
  expect(await filesOf(app)).toBe(0)
})

it('gives them back to whoever comes back, and feeds made since then work', async () => {
  await using story = await openStory()
  const { app, ben, call, isThere, reads } = story
  await app.call(removeMember, { id: ben.id })
  await app.settle()
  await app.daybook.database.write(async (transaction) =>
    transaction.run(
      "INSERT INTO identity_member (workspace_id, user_id, role, created_at) VALUES (?, ?, 'member', 1)",
      app.owner.workspaceId,
      ben.id,
    ),
  )
  expect(await isThere()).toBe(true)
  expect(await call(listFeeds, {})).toEqual({ items: [] })
  await call(createFeed, { name: 'New phone' })
  await app.settle()
  expect((await call(listFeeds, {})).items).toHaveLength(1)
  expect(await reads()).toBe(404)
})
