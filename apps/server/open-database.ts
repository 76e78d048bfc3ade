import { join } from 'node:path'
import type { Database } from '#kernel/database/port.ts'
import type { Logger, Workers } from '#kernel/ports.ts'
import type { ScanPool } from '#kernel/services.ts'
import { databaseConnectionLost, databaseLogGrown } from '#platform/log/events.ts'
import { SqliteDatabase } from '#platform/sqlite/sqlite-database.ts'
import { openScanPool } from './scan-pool.ts'

export interface DatabaseChoice {
  dataFolder: string
  /** PostgreSQL instead of a file in the folder; a secret. */
  databaseUrl: string | null
  strict: boolean
  log: Logger
  workers: Workers
}

/** The database that is configured, and the threads for its long queries where they run in this process. */
export async function openDatabase(choice: DatabaseChoice): Promise<{ database: Database; scans: ScanPool | null }> {
  const { databaseUrl, strict, log } = choice
  if (databaseUrl !== null) return { database: await openPostgres(databaseUrl, strict, log), scans: null }
  const path = join(choice.dataFolder, 'daybook.sqlite')
  const database = new SqliteDatabase({
    path,
    strict,
    onLogAlarm: (bytes) => databaseLogGrown(log, bytes),
  })
  return { database, scans: openScanPool(choice.workers, path) }
}

/** Loaded only where it is used: whoever has a file needs no driver in memory. */
async function openPostgres(url: string, strict: boolean, log: Logger): Promise<Database> {
  const [{ checkServer }, { PostgresDatabase }] = await Promise.all([
    import('#platform/postgres/check-server.ts'),
    import('#platform/postgres/postgres-database.ts'),
  ])
  await checkServer(url)
  return new PostgresDatabase({ url, strict, onLost: (cause) => databaseConnectionLost(log, cause) })
}
