import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import pg from 'pg'
import type { Row } from '#kernel/database/port.ts'
import { valueTypes } from '#platform/postgres/values.ts'
import type { TestApp } from './test-app.ts'

/** Runs statements as somebody with a database shell would, behind Daybook's back. */
export async function changeBehind(app: TestApp, statements: string): Promise<void> {
  if (app.databaseUrl === null) return withFile(app, (database) => database.exec(statements))
  await withClient(app.databaseUrl, (client) => client.query(statements))
}

/** Every row of a table, whatever its workspace, by its first column. */
export async function everyRow(app: TestApp, table: string): Promise<Row[]> {
  const select = `SELECT * FROM ${table} ORDER BY 1`
  if (app.databaseUrl === null) {
    const rows = await app.daybook.database.read(async (transaction) => transaction.all(select))
    return rows.map((row) => ({ ...row }))
  }
  await app.daybook.kernel.services.sealer.sealed()
  return withClient(app.databaseUrl, async (client) => {
    // The owner of a table passes its policies unless they are forced; nothing of this is committed.
    await client.query(`BEGIN; ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
    const { rows } = await client.query(select)
    await client.query('ROLLBACK')
    return rows as Row[]
  })
}

/** What a test does on a connection of its own to the app's PostgreSQL. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, types: valueTypes })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withFile<T>(app: TestApp, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(app.dataFolder, 'daybook.sqlite'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}
