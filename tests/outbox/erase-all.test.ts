import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLabel, eraseAllMail, importMail, listMessages } from '#modules/mail/contract.ts'
import { find } from '#modules/search/contract.ts'
import { openAppOf } from '#testing/open-app-of.ts'
import type { TestApp } from '#testing/test-app.ts'
import { upload } from '../mail/mail-app.ts'

const CANARY = 'zanzibarcanary'

const message = (n: number, body: string) => `From a@example.test Thu Nov 12 10:00:00 2026
From: ${CANARY} <a@example.test>
Subject: ${CANARY} ${n}
Message-ID: <${CANARY}-${n}@example.test>
Date: Thu, 12 Nov 2026 10:00:00 +0000

${CANARY} ${body}

`

it('erases all mail of a person: no row, no file and no search has a word of it', async () => {
  await using app = await openAppOf(['identity', 'connections', 'mail', 'tasks', 'search'])
  // One of them is too large for a row.
  const archive = message(1, 'small') + message(2, 'lorem ipsum dolor sit amet\n'.repeat(12_000))
  await app.call(importMail, { uploadId: await upload(app, archive), label: CANARY })
  await app.call(createLabel, { name: `${CANARY} too` })
  await app.settle()
  expect((await app.call(find, { q: CANARY })).items).toHaveLength(2)
  expect((await rowsWith(app)).length).toBeGreaterThan(5)
  expect(await files(app)).toBe(1)

  await app.call(eraseAllMail, { confirm: 'erase all my mail' })
  await app.settle()
  expect((await app.call(listMessages, {})).items).toEqual([])
  expect((await app.call(find, { q: CANARY })).items).toEqual([])
  expect(await rowsWith(app)).toEqual([])
  expect(await files(app)).toBe(0)
})

/** Rows of any table that have the word. */
async function rowsWith(app: TestApp): Promise<string[]> {
  return app.daybook.database.read(async (transaction) => {
    const tables = await transaction.all(
      transaction.dialect === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%' ORDER BY name"
        : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename',
    )
    const found: string[] = []
    for (const { name } of tables) {
      for (const row of await transaction.all(`SELECT * FROM ${String(name)}`))
        if (JSON.stringify(row).includes(CANARY)) found.push(String(name))
    }
    return found
  })
}

async function files(app: TestApp): Promise<number> {
  const entries = await readdir(app.dataFolder, { recursive: true, withFileTypes: true })
  const kept = entries.filter((entry) => entry.isFile() && /blobs|uploads/.test(entry.parentPath))
  for (const { parentPath, name } of kept) expect((await readFile(join(parentPath, name))).length).toBeGreaterThan(0)
  return kept.length
}
