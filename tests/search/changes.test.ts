import { expect, it } from 'vitest'
import {
  createLabel,
  deleteLabel,
  listImports,
  listMessages,
  modifyMessages,
  Place,
  restoreFlags,
  undoImport,
} from '#modules/mail/contract.ts'
import { completeTask, createTask, deleteTask, restoreTask, updateTask } from '#modules/tasks/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { openWithMail, searchTables, titles } from './search-app.ts'

const three = [
  { subject: 'One', id: 'one', body: 'apples', date: 'Mon, 02 Mar 2026 10:00:00 +0000' },
  { subject: 'Two', id: 'two', body: 'apples and pears', date: 'Mon, 02 Mar 2026 11:00:00 +0000' },
  { subject: 'Three', id: 'three', body: 'pears', date: 'Mon, 02 Mar 2026 12:00:00 +0000' },
]

async function idOf(app: TestApp, subject: string): Promise<string> {
  const { items } = await app.call(listMessages, { limit: 200 })
  return items.find((item) => item.subject === subject)!.id
}

it('follows reading, starring, archiving and trashing, and their undo', async () => {
  await using app = await openWithMail(three)
  const id = await idOf(app, 'Two')
  const { before } = await app.call(modifyMessages, { messageIds: [id], seen: true, starred: true, place: 'archive' })
  await app.settle()
  expect(await titles(app, 'is:starred')).toEqual(['Two'])
  expect(await titles(app, 'is:read apples')).toEqual(['Two'])
  expect(await titles(app, 'is:unread')).toEqual(['Three', 'One'])
  expect(await titles(app, 'in:archive')).toEqual(['Two'])
  expect(await titles(app, 'in:inbox apples')).toEqual(['One'])

  await app.call(modifyMessages, { messageIds: [id], place: 'trash' })
  await app.settle()
  expect(await titles(app, 'apples')).toEqual(['One'])
  expect(await titles(app, 'apples in:trash')).toEqual(['Two'])
  expect(await titles(app, 'apples in:anywhere')).toEqual(['Two', 'One'])
  expect(await titles(app, 'in:trash')).toEqual(['Two'])

  await app.call(restoreFlags, { before })
  await app.settle()
  expect(await titles(app, 'is:starred')).toEqual([])
  expect(await titles(app, 'apples')).toEqual(['Two', 'One'])
  expect(await titles(app, 'is:unread apples')).toEqual(['Two', 'One'])
})

it('follows a message through every place, and leaves junk and trash out unless they are named', async () => {
  await using app = await openWithMail(three)
  const id = await idOf(app, 'Two')
  for (const place of Place.options) {
    await app.call(modifyMessages, { messageIds: [id], place })
    await app.settle()
    expect(await titles(app, `in:${place} apples`)).toContain('Two')
    expect(await titles(app, 'in:anywhere apples')).toContain('Two')
    const isHidden = place === 'junk' || place === 'trash'
    expect(await titles(app, 'apples')).toEqual(isHidden ? ['One'] : ['Two', 'One'])
    expect(await titles(app, 'in:junk OR in:trash')).toEqual(isHidden ? ['Two'] : [])
  }
})

it('follows labels', async () => {
  await using app = await openWithMail(three)
  const label = await app.call(createLabel, { name: 'To Do' })
  await app.call(modifyMessages, {
    messageIds: [await idOf(app, 'One'), await idOf(app, 'Three')],
    addLabels: [label.id],
  })
  await app.settle()
  expect(await titles(app, 'label:"to do"')).toEqual(['Three', 'One'])
  expect(await titles(app, 'tag:TO*')).toEqual(['Three', 'One'])
  expect(await titles(app, 'apples label:"to do"')).toEqual(['One'])
  expect(await titles(app, 'apples -label:"to do"')).toEqual(['Two'])
  expect(await titles(app, 'label:other')).toEqual([])

  await app.call(deleteLabel, { id: label.id })
  await app.settle()
  expect(await titles(app, 'label:"to do"')).toEqual([])
})

it('leaves the text alone where only the state of a record changes', async () => {
  await using app = await openWithMail(three)
  const before = await untouched(app)
  await app.call(modifyMessages, { messageIds: [await idOf(app, 'One')], seen: true, starred: true })
  await app.settle()
  expect(await titles(app, 'is:starred')).toEqual(['One'])
  expect(await untouched(app)).toEqual(before)
})

/** What changes with every write to the text, also with one that writes the same. */
async function untouched(app: TestApp): Promise<unknown[]> {
  const sql =
    app.daybook.database.dialect === 'postgres'
      ? 'SELECT document, xmin::text AS version FROM search_vector ORDER BY document'
      : 'SELECT id, length(block) AS size FROM search_index_data ORDER BY id'
  return app.daybook.database.read(async (transaction) => transaction.all(sql))
}

it('follows tasks: their words, status, trash and back', async () => {
  await using app = await openWithMail([])
  const { id } = await app.call(createTask, { title: 'Water the roses', notes: 'evening' })
  await app.settle()
  expect(await titles(app, 'roses')).toEqual(['Water the roses'])

  await app.call(updateTask, { id, title: 'Water the tulips' })
  await app.settle()
  expect(await titles(app, 'roses')).toEqual([])
  expect(await titles(app, 'tulips evening')).toEqual(['Water the tulips'])

  await app.call(completeTask, { id })
  await app.settle()
  expect(await titles(app, 'is:done tulips')).toEqual(['Water the tulips'])
  expect(await titles(app, 'is:open')).toEqual([])
  expect(await titles(app, 'status:done')).toEqual(['Water the tulips'])

  await app.call(deleteTask, { id })
  await app.settle()
  expect(await titles(app, 'tulips')).toEqual([])
  await app.call(restoreTask, { id })
  await app.settle()
  expect(await titles(app, 'tulips')).toEqual(['Water the tulips'])
})

it('forgets what the undo of an import erases', async () => {
  await using app = await openWithMail(three)
  const { items } = await app.call(listImports, {})
  await app.call(undoImport, { id: items[0]!.id })
  await app.settle()
  for (const q of ['apples', '', 'is:unread', '-pears', 'in:anywhere']) expect(await titles(app, q)).toEqual([])
  const tables = await searchTables(app)
  expect(tables).toEqual({ search_document: [], search_keyword: [], search_audience: [], texts: [] })
})

it('writes the same tables again in a replay, and finds the same', async () => {
  const mails = Array.from({ length: 120 }, (_, n) => ({
    subject: `Mail ${n}`,
    id: `m${n}`,
    body: `word${n % 7} apples ${n}`,
    ...(n % 3 === 0 && { date: 'Mon, 02 Mar 2026 10:00:00 +0000' }),
  }))
  await using app = await openWithMail(mails)
  const label = await app.call(createLabel, { name: 'Kept' })
  await app.call(modifyMessages, {
    messageIds: [await idOf(app, 'Mail 3'), await idOf(app, 'Mail 9')],
    starred: true,
    addLabels: [label.id],
  })
  const task = await app.call(createTask, { title: 'Apples' })
  await app.call(updateTask, { id: task.id, notes: 'pears' })
  await app.settle()
  const [before, found] = [await searchTables(app), await titles(app, 'apples -word3')]
  expect(before.search_document).toHaveLength(121)

  await app.daybook.kernel.services.dispatcher.replay('search')
  expect(await searchTables(app)).toEqual(before)
  expect(await titles(app, 'apples -word3')).toEqual(found)
})
