import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '#kernel/database/port.ts'
import type { ModuleDefinition } from '#kernel/module.ts'
import type { Logger } from '#kernel/ports.ts'
import { loadModules } from '../../server/load-modules.ts'
import { cliError } from '../arguments/usage-error.ts'

const HOUR = 3_600_000

export interface Opened extends AsyncDisposable {
  database: Database
  modules: readonly ModuleDefinition[]
  log: Logger
}

/** Opens a database without beginning any work on it. The caller holds the folder. */
export async function openForRekeying(dataFolder: string, databaseUrl: string | null): Promise<Opened> {
  const database = await (databaseUrl === null ? openFile(dataFolder) : openPostgres(databaseUrl))
  const warn = (_: object, event: string) => console.error(event)
  return {
    database,
    modules: await loadModules(),
    log: { debug() {}, info() {}, warn, error: warn },
    [Symbol.asyncDispose]: () => database.close(),
  }
}

async function openFile(dataFolder: string): Promise<Database> {
  const path = join(dataFolder, 'daybook.sqlite')
  if (!existsSync(path))
    throw cliError('no-data', 'not-found', `There is no Daybook in ${dataFolder}`, 'Name its folder with --data DIR.')
  const { SqliteDatabase } = await import('#platform/sqlite/sqlite-database.ts')
  return new SqliteDatabase({ path, strict: false, readers: 1, watchdogMilliseconds: HOUR })
}

async function openPostgres(url: string): Promise<Database> {
  const [{ checkServer }, { PostgresDatabase }] = await Promise.all([
    import('#platform/postgres/check-server.ts'),
    import('#platform/postgres/postgres-database.ts'),
  ])
  await checkServer(url)
  return new PostgresDatabase({ url, strict: false, connections: 2, watchdogMilliseconds: HOUR })
}
