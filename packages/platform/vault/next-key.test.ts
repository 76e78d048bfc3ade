import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { createSealer } from '../sealer/aes-sealer.ts'
import { toText } from '../sealer/instance-key.ts'
import { takeKnownKey, writeKnownKey } from '../sealer/known-key.ts'
import { SqliteDatabase } from '../sqlite/sqlite-database.ts'
import { keepNextKey, settleNextKey } from './next-key.ts'
import type { KeyringEntry } from './os-keyring.ts'

/** The keyring of a desktop session, which a server does not have. */
const keyringOf = (state: { text: string | null }) => async (): Promise<KeyringEntry> => ({
  read: async () => state.text,
  write: async (text) => void (state.text = text),
})

it('puts the new key where the former one was, once the database is under it', async () => {
  await using folder = await temporaryFolder()
  const [former, next] = [randomBytes(32), randomBytes(32)]
  const database = new SqliteDatabase({ path: join(folder.path, 'daybook.sqlite'), strict: true })
  await database.maintain('CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL, at INTEGER NOT NULL)')
  await database.write((transaction) => takeKnownKey(transaction, createSealer(former)))
  const state = { text: toText(former) }
  const options = { dataFolder: folder.path, keyring: true, open: keyringOf(state) }

  await keepNextKey(folder.path, next)
  await settleNextKey(database, options)
  expect(state.text).toBe(toText(former))

  await keepNextKey(folder.path, next)
  await database.write((transaction) => writeKnownKey(transaction, createSealer(next)))
  await settleNextKey(database, options)
  expect(state.text).toBe(toText(next))
  for (const name of ['instance.key', 'instance.key.next'])
    await expect(stat(join(folder.path, name))).rejects.toThrow('ENOENT')

  // A machine whose keyring never had a key keeps it in the file.
  await keepNextKey(folder.path, next)
  await settleNextKey(database, { ...options, open: keyringOf({ text: null }) })
  expect(await readFile(join(folder.path, 'instance.key'), 'utf8')).toBe(`${toText(next)}\n`)
  await database.close()
})
