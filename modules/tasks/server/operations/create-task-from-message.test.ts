import { expect, it } from 'vitest'
import { listLinks } from '#kernel/builtin/contract.ts'
import { importMail, listMessages } from '#modules/mail/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { createProject, createTaskFromMessage, deleteTask, listTasks, type Task } from '../../contract.ts'
import { stranger, unknownId } from '../testing/open-tasks-app.ts'

const openApp = () => openAppOf(['identity', 'mail', 'tasks'])

it('makes a task of a message, named after its subject', async () => {
  await using app = await openApp()
  const messageId = await receive(app, 'Re: Fwd: The invoice of May')
  await app.takeEvents()
  const task = await app.call(createTaskFromMessage, { messageId })
  expect(task).toMatchObject({ title: 'The invoice of May', status: 'inbox', rev: 1 })
  expect(await app.takeEvents()).toEqual(['tasks.created'])
})

it('links the two, so that each leads to the other', async () => {
  await using app = await openApp()
  const messageId = await receive(app, 'Lunch?')
  const task = await app.call(createTaskFromMessage, { messageId })
  expect((await app.call(listLinks, { kind: 'tasks.task', id: task.id })).items).toEqual([
    { relation: 'from-message', direction: 'out', record: { kind: 'mail.message', id: messageId }, title: 'Lunch?' },
  ])
  expect((await app.call(listLinks, { kind: 'mail.message', id: messageId })).items).toEqual([
    { relation: 'from-message', direction: 'in', record: { kind: 'tasks.task', id: task.id }, title: 'Lunch?' },
  ])
  await app.call(deleteTask, { id: task.id })
  expect((await app.call(listLinks, { kind: 'mail.message', id: messageId })).items).toEqual([])
})

it('takes another title and a project', async () => {
  await using app = await openApp()
  const messageId = await receive(app, 'Lunch?')
  const { id: projectId } = await app.call(createProject, { name: 'Food' })
  const response = await app.fetch(`/api/v1/emails/${messageId}/task`, {
    method: 'POST',
    body: JSON.stringify({ title: 'Book a table', projectId }),
    headers: { 'content-type': 'application/json' },
  })
  expect(response.status).toBe(201)
  expect((await response.json()) as Task).toMatchObject({ title: 'Book a table', projectId })
})

it('refuses a message or a project that is not there, and stores nothing', async () => {
  await using app = await openApp()
  const messageId = await receive(app, 'Lunch?')
  const owner = app.as(app.owner)
  expect(await owner.call(createTaskFromMessage, { messageId: unknownId })).toMatchObject({ code: 'message-not-found' })
  expect(await owner.call(createTaskFromMessage, { messageId, projectId: unknownId })).toMatchObject({
    code: 'project-not-found',
  })
  expect((await app.call(listTasks, { view: 'all' })).items).toEqual([])
})

it('makes no task of somebody else’s mail, of this workspace or another', async () => {
  await using app = await openApp()
  const messageId = await receive(app, 'Private')
  for (const other of [app.person('member'), stranger(app)]) {
    expect(await app.as(other).call(createTaskFromMessage, { messageId })).toMatchObject({ code: 'message-not-found' })
  }
})

async function receive(app: TestApp, subject: string): Promise<string> {
  const source = `From: Ada <ada@example.test>\r\nTo: me@example.test\r\nSubject: ${subject}\r\nMessage-ID: <1@example.test>\r\nDate: Sat, 21 Nov 2026 09:00:00 +0000\r\n\r\nHello\r\n`
  const upload = (await (await app.fetch('/api/v1/uploads?name=a.eml', { method: 'POST', body: source })).json()) as {
    id: string
  }
  await app.call(importMail, { uploadId: upload.id })
  await app.settle()
  const { items } = await app.call(listMessages, {})
  return items[0]!.id
}
