import { join } from 'node:path'
import type { Transaction, Work } from '#kernel/database/port.ts'
import { workspaceTables } from '#kernel/migrations/migrate.ts'
import { findUnguarded } from '#kernel/migrations/row-security.ts'
import { Readers } from '#platform/sqlite/readers.ts'
import { SqliteDatabase } from '#platform/sqlite/sqlite-database.ts'
import { loadModules } from '../../server/load-modules.ts'

/** A database that is only read, whatever else writes in it meanwhile. */
export interface VerifiedDatabase extends AsyncDisposable {
  read<T>(work: Work<T>): Promise<T>
  /** What the database's own check finds. */
  faults(): Promise<string[]>
}

const HOUR = 3_600_000

/** Opens the file of the folder, or the PostgreSQL that is used instead. */
export function openForVerifying(dataFolder: string, databaseUrl: string | null, held: boolean) {
  return databaseUrl === null ? openFile(dataFolder, held) : openPostgres(databaseUrl)
}

async function openFile(dataFolder: string, held: boolean): Promise<VerifiedDatabase> {
  const path = join(dataFolder, 'daybook.sqlite')
  // Whoever holds the folder may open it for writing, which brings in what a killed process left in the log.
  const owner = held ? new SqliteDatabase({ path, strict: false, readers: 1 }) : null
  const readers = new Readers(path, 1, { strict: false, watchdogMilliseconds: HOUR })
  return {
    read: (work) => readers.read(work),
    faults: () => readers.read(checkFile),
    async [Symbol.asyncDispose]() {
      readers.close()
      await owner?.close()
    },
  }
}

async function checkFile(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.all('PRAGMA integrity_check')
  return rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
}

async function openPostgres(url: string): Promise<VerifiedDatabase> {
  const [{ checkServer }, { PostgresDatabase }] = await Promise.all([
    import('#platform/postgres/check-server.ts'),
    import('#platform/postgres/postgres-database.ts'),
  ])
  await checkServer(url)
  const database = new PostgresDatabase({ url, strict: false, connections: 2, watchdogMilliseconds: HOUR })
  const tables = (await loadModules()).flatMap(workspaceTables)
  return {
    read: (work) => database.read(work),
    async faults() {
      const unguarded = await database.read((transaction) => findUnguarded(transaction, tables))
      return [
        ...(await database.checkIntegrity()),
        ...unguarded.map((table) => `The table ${table} is not kept apart by workspace`),
      ]
    },
    [Symbol.asyncDispose]: () => database.close(),
  }
}
