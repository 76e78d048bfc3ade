import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#kernel/database/port.ts'
import { PostgresDatabase } from '#platform/postgres/postgres-database.ts'
import { SqliteDatabase } from '#platform/sqlite/sqlite-database.ts'
import { createEmptyPostgres, dropPostgres, testPostgresUrl } from './postgres-databases.ts'

/** An empty database of its own, of the kind that the tests run on. */
export async function openEmptyDatabase(): Promise<{ database: Database } & AsyncDisposable> {
  const server = testPostgresUrl()
  return server === null ? openFile() : openPostgres(server)
}

async function openFile(): Promise<{ database: Database } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-sqlite-'))
  const database = new SqliteDatabase({ path: join(folder, 'test.sqlite'), strict: true })
  return {
    database,
    async [Symbol.asyncDispose]() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openPostgres(server: string): Promise<{ database: Database; url: string } & AsyncDisposable> {
  const url = await createEmptyPostgres(server)
  const database = new PostgresDatabase({ url, strict: true })
  return {
    database,
    url,
    async [Symbol.asyncDispose]() {
      await database.close()
      await dropPostgres(server, url)
    },
  }
}
