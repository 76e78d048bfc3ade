import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SqliteDatabase, type SqliteOptions } from './sqlite-database.ts'

/** A database of its own in a folder of its own, with one table `note(id, text)`, for tests. */
export async function openTestDatabase(options: Partial<SqliteOptions> = {}): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-sqlite-'))
  const path = join(folder, 'test.sqlite')
  const database = new SqliteDatabase({ path, strict: true, ...options })
  await database.write(async (transaction) => {
    await transaction.run('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
  })
  return {
    database,
    path,
    add: (text, work) =>
      database.write(async (transaction) => {
        await transaction.run('INSERT INTO note (text) VALUES (?)', text)
        await work?.()
        return text
      }),
    texts: () =>
      database.read(async (transaction) =>
        (await transaction.all('SELECT text FROM note ORDER BY id')).map((row) => String(row.text)),
      ),
    async [Symbol.asyncDispose]() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface TestDatabase extends AsyncDisposable {
  database: SqliteDatabase
  path: string
  /** Inserts a note; `work` runs in the same transaction. */
  add(text: string, work?: () => unknown): Promise<string>
  texts(): Promise<string[]>
}
