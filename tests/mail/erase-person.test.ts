import { expect, it } from 'vitest'
import { deleteUser } from '#modules/identity/contract.ts'
import { createDraft, createIdentity, createLabel, importMail } from '#modules/mail/contract.ts'
import { importBytes, openMailApp } from './mail-app.ts'
import { People } from '../access/callers.ts'

const TABLES = [
  'mail_message',
  'mail_content',
  'mail_attachment',
  'mail_message_label',
  'mail_reference',
  'mail_thread_place',
  'mail_count',
  'mail_label',
  'mail_import',
  'mail_draft',
  'mail_identity',
]

const mail = (n: number) => `From a@example.test Thu Nov 12 10:00:00 2026
From: Ada <ada@example.test>
Subject: Private ${n}
Message-ID: <private-${n}@example.test>
Date: Thu, 12 Nov 2026 10:00:00 +0000

Hello.

`

it('erases the mail of a deleted account and leaves that of others', async () => {
  await using app = await openMailApp()
  await importBytes(app, mail(0))
  const people = new People(app)
  const ben = await people.add('Ben', 'member')
  const headers = await people.token(ben, ['read', 'write'])
  const body = Array.from({ length: 90 }, (_, n) => mail(n + 1)).join('')
  const upload = await app.fetch('/api/v1/uploads?name=ben.mbox', { method: 'POST', headers, body })
  const { id: uploadId } = (await upload.json()) as { id: string }
  await app.as(ben).call(importMail, { uploadId, label: 'Secret' })
  await app.as(ben).call(createLabel, { name: 'Mine' })
  await app.as(ben).call(createDraft, { subject: 'Never sent' })
  await app.as(ben).call(createIdentity, { address: 'ben@example.test', signatureText: 'Ben' })
  await app.settle()
  const rows = () =>
    app.daybook.database.read(async (transaction) => {
      const counts: Record<string, number> = {}
      for (const table of TABLES) {
        const column = table === 'mail_content' || table === 'mail_attachment' ? null : 'owner_id'
        const where = column ? ` WHERE ${column} = ?` : ''
        const row = await transaction.get(`SELECT COUNT(*) AS n FROM ${table}${where}`, ...(column ? [ben.id] : []))
        counts[table] = Number(row!.n)
      }
      return counts
    })
  expect((await rows()).mail_message).toBe(90)

  await app.call(deleteUser, { id: ben.id, name: 'Ben' })
  await app.settle()
  const left = await rows()
  // The owner's one message has its content.
  expect({ ...left, mail_content: left.mail_content! - 1 }).toEqual(Object.fromEntries(TABLES.map((name) => [name, 0])))
  expect((await app.fetch('/api/v1/emails')).status).toBe(200)
})
