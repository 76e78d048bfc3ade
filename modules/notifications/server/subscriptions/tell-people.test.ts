import { expect, it } from 'vitest'
import { updateSetting } from '#kernel/builtin/contract.ts'
import { commonFailure, FailureError } from '#kernel/failure.ts'
import { importMail } from '#modules/mail/contract.ts'
import { doWork, workJob } from '#testing/notes/contract.ts'
import { createNotes, newHooks } from '#testing/notes/module.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import { openTestApp, type TestApp } from '#testing/test-app.ts'
import { serverModules } from '#modules/registry/server.ts'
import { countNotices, listNotices, markAllRead, markRead } from '../../contract.ts'

const letter = 'From: Ada <ada@example.test>\r\nSubject: Hello\r\nMessage-ID: <1@example.test>\r\n\r\nHello\r\n'

const openApp = () => openAppOf(['identity', 'mail', 'tasks', 'search', 'notifications'])

async function receive(app: TestApp, name: string, body = letter): Promise<void> {
  const response = await app.fetch(`/api/v1/uploads?name=${name}`, { method: 'POST', body })
  const { id } = (await response.json()) as { id: string }
  await app.call(importMail, { uploadId: id })
  await app.settle()
}

it('tells once that an import has ended, with what it brought', async () => {
  await using app = await openApp()
  await receive(app, 'letter.eml')
  const { items } = await app.call(listNotices, {})
  expect(items).toMatchObject([
    {
      kind: 'import',
      title: 'letter.eml is imported',
      detail: '1 message',
      readAt: null,
      record: { kind: 'mail.import' },
    },
  ])
  expect(await app.call(countNotices, {})).toEqual({ unread: 1 })
  expect(await app.takeEvents()).toContain('notifications.added')
})

it('tells why an import failed', async () => {
  await using app = await openApp()
  await receive(app, 'broken.tar.gz', 'no archive at all')
  const { items } = await app.call(listNotices, {})
  expect(items).toMatchObject([{ title: 'broken.tar.gz could not be imported', detail: expect.any(String) }])
})

it('tells nobody else, and hands their notifications to nobody', async () => {
  await using app = await openApp()
  await receive(app, 'letter.eml')
  const [notice] = (await app.call(listNotices, {})).items
  for (const other of [app.person('owner'), app.person('owner', '01933b6e-8f00-7000-8000-000000000001')]) {
    expect(await app.as(other).call(listNotices, {})).toMatchObject({ items: [] })
    expect(await app.as(other).call(markRead, { ids: [notice!.id] })).toMatchObject({ code: 'notice-not-found' })
    expect(await app.as(other).call(markAllRead, {})).toEqual({ changed: [] })
  }
  expect(await app.call(countNotices, {})).toEqual({ unread: 1 })
})

it('marks as read, all at once too, and takes it back', async () => {
  await using app = await openApp()
  for (const name of ['a.eml', 'b.eml']) await receive(app, name)
  const [newest, older] = (await app.call(listNotices, {})).items
  expect(await app.call(markRead, { ids: [older!.id] })).toEqual({ changed: [older!.id] })
  expect((await app.call(listNotices, { unread: true })).items.map(({ id }) => id)).toEqual([newest!.id])
  const { changed } = await app.call(markAllRead, {})
  expect(changed).toEqual([newest!.id])
  expect(await app.call(countNotices, {})).toEqual({ unread: 0 })
  await app.call(markRead, { ids: changed, read: false })
  expect(await app.call(countNotices, {})).toEqual({ unread: 1 })
})

it('goes through the list page by page', async () => {
  await using app = await openApp()
  for (const name of ['a.eml', 'b.eml', 'c.eml']) await receive(app, name)
  const first = await app.call(listNotices, { limit: 2 })
  const second = await app.call(listNotices, { limit: 2, cursor: first.next! })
  expect([...first.items, ...second.items].map(({ title }) => title[0])).toEqual(['c', 'b', 'a'])
  expect(second.next).toBeNull()
})

it('is silent about what a person does not want to hear', async () => {
  await using app = await openApp()
  await app.call(updateSetting, { name: 'notifications.import', value: false })
  await receive(app, 'letter.eml')
  expect((await app.call(listNotices, {})).items).toEqual([])
})

it('tells of work in the background that failed', async () => {
  const hooks = newHooks()
  const names = ['identity', 'mail', 'notifications']
  const loaded = await Promise.all(serverModules.filter(({ name }) => names.includes(name)).map(({ load }) => load()))
  await using app = await openTestApp({
    modules: [...loaded.map((module) => module.default), createNotes(hooks)],
  })
  hooks.jobs.work = async () => {
    throw new FailureError(commonFailure('not-allowed', { detail: 'The far side said no' }))
  }
  hooks.commands.start = async ({ enqueue }) => ({ id: await enqueue(workJob, { key: 'work' }) })
  await app.call(doWork, { key: 'start' })
  await app.settle()
  expect((await app.call(listNotices, {})).items).toMatchObject([{ kind: 'job', detail: 'The far side said no' }])
})
