import { createEmptyPostgres, dropPostgres, testPostgresUrl } from '#testing/postgres-databases.ts'
import { PostgresDatabase, type PostgresOptions } from './postgres-database.ts'

/** A database of its own on the tests' server, with one table `note(id, text)`. */
export async function openTestDatabase(options: Partial<PostgresOptions> = {}): Promise<TestDatabase> {
  const server = testPostgresUrl()
  if (server === null) throw new Error('These tests want PostgreSQL: see CONTRIBUTING.md')
  const url = await createEmptyPostgres(server)
  const database = new PostgresDatabase({ url, strict: true, ...options })
  await database.write(async (transaction) => {
    await transaction.run('CREATE TABLE note (id text PRIMARY KEY, text text NOT NULL, n bigint NOT NULL DEFAULT 0)')
  })
  return {
    database,
    url,
    async texts() {
      const rows = await database.read(async (transaction) => transaction.all('SELECT text FROM note ORDER BY id'))
      return rows.map((row) => String(row.text))
    },
    async [Symbol.asyncDispose]() {
      await database.close()
      await dropPostgres(server, url)
    },
  }
}

export interface TestDatabase extends AsyncDisposable {
  database: PostgresDatabase
  url: string
  texts(): Promise<string[]>
}
