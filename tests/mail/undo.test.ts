import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cancelJob, getJob } from '#kernel/builtin/contract.ts'
import {
  createLabel,
  getImport,
  getMailbox,
  importMail,
  listLabels,
  listThreads,
  modifyMessages,
  undoImport,
} from '#modules/mail/contract.ts'
import { toTar } from '#modules/mail/server/archive/archive-fixtures.ts'
import {
  allMessages,
  codeOf,
  found,
  importBytes,
  messageCalled,
  openMailApp,
  openSearchedApp,
  rows,
  stranger,
  upload,
} from './mail-app.ts'
import { mailText, mbox } from './write-mail.ts'
import { everyRow } from '#testing/outside.ts'
import type { TestApp } from '#testing/test-app.ts'

const large = mailText({ subject: 'large', body: 'A long line of words. '.repeat(20_000) })

async function undo(app: TestApp, id: string) {
  await app.call(undoImport, { id })
  await app.settle()
  return app.call(getImport, { id })
}

async function files(app: TestApp): Promise<string[]> {
  const names = await readdir(join(app.dataFolder, 'blobs'), { recursive: true })
  return names.filter((name) => /[0-9a-f]{64}$/.test(name))
}

it('erases what an import brought, also from the search, and nothing else', async () => {
  await using app = await openSearchedApp()
  await importBytes(app, mbox([mailText({ subject: 'stays', body: 'zebra' })]))
  const { id } = await importBytes(
    app,
    mbox([mailText({ subject: 'goes', body: 'zebra' }), mailText({ subject: 'stays', body: 'zebra' })]),
  )
  expect(await found(app, 'zebra')).toEqual(['goes', 'stays'])

  expect(await undo(app, id)).toMatchObject({ state: 'undone' })
  expect(await found(app, 'zebra')).toEqual(['stays'])
  expect((await allMessages(app)).map(({ subject }) => subject)).toEqual(['stays'])
  expect((await app.call(getMailbox, {})).items[0]).toEqual({ place: 'inbox', messages: 1, unread: 1 })
  expect(codeOf(await app.as(app.owner).call(undoImport, { id }))).toBe('already-undone')
})

it('leaves nothing of a message in any table', async () => {
  await using app = await openMailApp()
  const message = mailText({
    subject: 'Secret',
    id: 'secret',
    references: ['earlier'],
    headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
    body: '--b\n\ntext\n--b\nContent-Type: image/png; name=a.png\n\nxx\n--b--',
  })
  const { id } = await importBytes(app, mbox([message]), { label: 'Trial' })
  await undo(app, id)
  for (const table of ['message', 'content', 'attachment', 'reference', 'thread_place', 'label', 'message_label']) {
    expect(await rows(app, `SELECT * FROM mail_${table}`), table).toEqual([])
  }
  expect(await rows(app, 'SELECT messages, unread FROM mail_count')).toEqual([{ messages: 0, unread: 0 }])
})

it('stores again what was undone', async () => {
  await using app = await openSearchedApp()
  const archive = mbox([mailText({ subject: 'again', body: 'zebra' }), large])
  await undo(app, (await importBytes(app, archive)).id)
  expect(await importBytes(app, archive)).toMatchObject({ state: 'done', stored: 2, duplicates: 0 })
  expect(await found(app, 'zebra')).toEqual(['again'])
  expect((await messageCalled(app, 'large')).size).toBe(Buffer.byteLength(large))
})

it('keeps labels that something else bears, and those a person made', async () => {
  await using app = await openMailApp()
  await app.call(createLabel, { name: 'Mine' })
  const tar = await toTar({
    'Maildir/.Mine/cur/1': Buffer.from(mailText({ subject: 'a' })),
    'Maildir/.Theirs/cur/2': Buffer.from(mailText({ subject: 'b' })),
    'Maildir/.Gone/cur/3': Buffer.from(mailText({ subject: 'c' })),
  })
  const { id } = await importBytes(app, tar)
  await importBytes(app, mbox([mailText({ subject: 'd' })]))
  const theirs = (await app.call(listLabels, {})).items.find(({ name }) => name === 'Theirs')!
  await app.call(modifyMessages, { messageIds: [(await messageCalled(app, 'd')).id], addLabels: [theirs.id] })
  await undo(app, id)
  expect((await app.call(listLabels, {})).items.map(({ name, messages }) => [name, messages])).toEqual([
    ['Mine', 0],
    ['Theirs', 1],
  ])
})

it('erases the file of a large message, unless another workspace has the same', async () => {
  await using app = await openMailApp()
  const { id } = await importBytes(app, mbox([large]))
  expect(await files(app)).toHaveLength(1)

  const other = stranger(app)
  const uploadId = await upload(app, mbox([large]))
  // The stranger’s upload: the same file under their name.
  await app.daybook.database.write(
    async (transaction) =>
      void (await transaction.run(
        'UPDATE uploads SET workspace_id = ?, owner_id = ? WHERE id = ?',
        other.workspaceId,
        other.id,
        uploadId,
      )),
  )
  await app.as(other).call(importMail, { uploadId })
  await app.settle()

  await undo(app, id)
  const kept = await files(app)
  expect(kept).toHaveLength(1)
  expect(existsSync(join(app.dataFolder, 'blobs', kept[0]!))).toBe(true)
  const theirs = (await everyRow(app, 'mail_import')).find((row) => row.owner_id === other.id)
  await app.as(other).call(undoImport, { id: String(theirs!.id) })
  await app.settle()
  expect(await files(app)).toEqual([])
})

it('never takes the file of a message that is imported again meanwhile', async () => {
  await using app = await openMailApp()
  const larges = Array.from({ length: 12 }, (_, n) => `${large}${n}\n`)
  const { id } = await importBytes(app, mbox(larges))
  const uploadId = await upload(app, mbox(larges))
  await Promise.all([app.call(undoImport, { id }), app.call(importMail, { uploadId })])
  await app.settle()
  for (const { id: messageId } of await allMessages(app)) {
    const response = await app.fetch(`/api/v1/emails/${messageId}/source`)
    expect([response.status, (await response.arrayBuffer()).byteLength > 256_000]).toEqual([200, true])
  }
  expect(await files(app)).toHaveLength((await allMessages(app)).length)
})

it('goes on when it is asked for again after it was cancelled', async () => {
  await using app = await openMailApp()
  const { id } = await importBytes(app, mbox(Array.from({ length: 900 }, (_, n) => mailText({ subject: `${n}` }))))
  const { job } = await app.call(undoImport, { id })
  while ((await app.call(getJob, { id: job })).progress.done === 0)
    await new Promise((resolve) => setTimeout(resolve, 1))
  await app.call(cancelJob, { id: job })
  await app.settle()
  expect((await app.call(getImport, { id })).state).toBe('undoing')
  expect(await undo(app, id)).toMatchObject({ state: 'undone' })
  expect((await app.call(listThreads, {})).items).toEqual([])
})
