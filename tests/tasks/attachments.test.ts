import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  attachToTask,
  createTask,
  deleteTask,
  detachFromTask,
  getTaskAttachment,
  listTaskAttachments,
  undoTaskChange,
  type TaskAttachment,
} from '#modules/tasks/contract.ts'
import { openTasksApp, stranger, unknownId } from '#modules/tasks/server/testing/open-tasks-app.ts'
import type { TestApp, TestAppOptions } from '#testing/test-app.ts'
import { addMember } from './add-member.ts'

const DAY = 86_400_000

async function upload(app: TestApp, name: string, body: string): Promise<string> {
  const response = await app.fetch(`/api/v1/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', body })
  return ((await response.json()) as { id: string }).id
}

async function attach(app: TestApp, taskId: string, input: { uploadId: string; filename?: string }): Promise<Response> {
  return app.fetch(`/api/v1${attachToTask.http.path.replace('{taskId}', taskId)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
}

const bytesOf = (app: TestApp, id: string) => app.fetch(`/api/v1${getTaskAttachment.http.path.replace('{id}', id)}`)

async function openStory(options: Omit<TestAppOptions, 'modules'> = {}) {
  const app = await openTasksApp(options)
  const task = await app.call(createTask, { title: 'Book the hall' })
  const put = async (name: string, body: string) => {
    const response = await attach(app, task.id, { uploadId: await upload(app, name, body) })
    expect(response.status, await response.clone().text()).toBe(201)
    return (await response.json()) as TaskAttachment
  }
  const blobs = async () => {
    const entries = await readdir(join(app.dataFolder, 'blobs'), { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  }
  return { app, task, put, blobs }
}

it('keeps files with a task, and gives them as downloads alone', async () => {
  const { app: opened, task, put } = await openStory()
  await using app = opened
  const file = await put('../plan\u202Efdp.html', '<script>alert(1)</script>')
  expect(file).toMatchObject({ filename: 'plan fdp.html', contentType: 'text/html', size: 25, addedBy: app.owner.id })
  expect((await app.call(listTaskAttachments, { taskId: task.id })).items).toEqual([file])
  const answer = await bytesOf(app, file.id)
  expect(await answer.text()).toBe('<script>alert(1)</script>')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="plan fdp.html"/)
})

it('refuses what is not there, and everybody from elsewhere', async () => {
  const { app: opened, task, put } = await openStory()
  await using app = opened
  const file = await put('plan.txt', 'A plan')
  expect((await attach(app, unknownId, { uploadId: unknownId })).status).toBe(404)
  expect((await attach(app, task.id, { uploadId: unknownId })).status).toBe(404)
  expect((await bytesOf(app, unknownId)).status).toBe(404)
  const elsewhere = app.as(stranger(app))
  expect(await elsewhere.call(listTaskAttachments, { taskId: task.id })).toMatchObject({ code: 'task-not-found' })
  expect(await elsewhere.call(detachFromTask, { id: file.id })).toMatchObject({ code: 'attachment-not-found' })
  const ben = await addMember(app, 'Ben')
  expect(await app.as(ben).call(listTaskAttachments, { taskId: task.id })).toMatchObject({ items: [{ id: file.id }] })
})

it('takes a file off with a way back, and deletes its bytes two days later', async () => {
  let now = Date.now()
  const { app: opened, task, put, blobs } = await openStory({ clock: () => now })
  await using app = opened
  const file = await put('plan.txt', 'A plan')
  const { changeId } = await app.call(detachFromTask, { id: file.id })
  expect((await app.call(listTaskAttachments, { taskId: task.id })).items).toEqual([])
  expect((await bytesOf(app, file.id)).status).toBe(404)
  expect(await app.call(undoTaskChange, { changeId: changeId! })).toMatchObject({ undone: 1, kept: 0 })
  expect((await app.call(listTaskAttachments, { taskId: task.id })).items).toEqual([file])

  await app.call(detachFromTask, { id: file.id })
  const again = (await app.call(undoTaskChange, { taskId: task.id })).changeId
  await app.call(detachFromTask, { id: file.id })
  now += 3 * DAY
  await app.settle()
  expect(await blobs()).toEqual([])
  expect(await app.call(undoTaskChange, { changeId: again! })).toMatchObject({ undone: 0, kept: 1 })
})

it('keeps the bytes that another task has too', async () => {
  let now = Date.now()
  const { app: opened, task, put, blobs } = await openStory({ clock: () => now })
  await using app = opened
  const [one, other] = [await put('plan.txt', 'A plan'), await put('copy.txt', 'A plan')]
  await app.call(detachFromTask, { id: one.id })
  now += 3 * DAY
  await app.settle()
  expect(await (await bytesOf(app, other.id)).text()).toBe('A plan')

  // With its task a file goes for good.
  await app.call(deleteTask, { id: task.id })
  now += 40 * DAY
  await app.settle()
  expect(await blobs()).toEqual([])
})
