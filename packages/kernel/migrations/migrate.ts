import type { Database, Transaction } from '../database/port.ts'
import type { Migration } from './migration.ts'
import { forceRowSecurity, suspendRowSecurity } from './row-security.ts'

/** Whose schema it is: its steps, and which of its tables belong to a workspace. */
export interface SchemaOwner {
  name: string
  migrations: Migration[]
  tables?: Record<string, 'workspace' | 'instance'>
}

/**
 * Applies what is missing, all in one transaction, and records each step.
 * A database newer than this program is refused rather than guessed at.
 */
export async function migrate(database: Database, owners: readonly SchemaOwner[]): Promise<string[]> {
  return database.write(
    async (transaction) => {
      if (transaction.dialect === 'postgres') await takeTurn(transaction)
      await transaction.run(
        `CREATE TABLE IF NOT EXISTS migrations (owner TEXT NOT NULL, name TEXT NOT NULL, at ${INSTANT[transaction.dialect]} NOT NULL, PRIMARY KEY (owner, name))`,
      )
      const rows = await transaction.all('SELECT owner, name FROM migrations')
      const applied = new Set(rows.map((row) => `${row.owner} ${row.name}`))
      refuseUnknown(applied, owners)
      const missing = owners.flatMap(({ name, migrations }) =>
        migrations.filter((step) => !applied.has(`${name} ${step.name}`)).map((step) => ({ owner: name, step })),
      )
      if (missing.length > 0) await apply(transaction, missing, owners)
      return missing.map(({ owner, step }) => `${owner}/${step.name}`)
    },
    { isolation: 'read-committed' },
  )
}

async function apply(
  transaction: Transaction,
  missing: readonly { owner: string; step: Migration }[],
  owners: readonly SchemaOwner[],
): Promise<void> {
  const { dialect } = transaction
  if (dialect === 'postgres') await suspendRowSecurity(transaction)
  for (const { owner, step } of missing) {
    for (const statement of step.statements(dialect)) await transaction.run(statement)
    await transaction.run('INSERT INTO migrations (owner, name, at) VALUES (?, ?, ?)', owner, step.name, Date.now())
  }
  if (dialect === 'postgres') await forceRowSecurity(transaction, owners.flatMap(workspaceTables))
}

/** The tables whose rows belong to workspaces. */
export function workspaceTables({ tables = {} }: Pick<SchemaOwner, 'tables'>): string[] {
  return Object.keys(tables).filter((name) => tables[name] === 'workspace')
}

/** Processes that start together migrate one after another; a long step is not cut short. */
async function takeTurn(transaction: Transaction): Promise<void> {
  await transaction.run("SET LOCAL lock_timeout = '10min'")
  await transaction.run('SET LOCAL statement_timeout = 0')
  await transaction.run('SELECT pg_advisory_xact_lock(hashtext(?))', 'daybook.migrate')
}

const INSTANT = { sqlite: 'INTEGER', postgres: 'BIGINT' }

function refuseUnknown(applied: ReadonlySet<string>, owners: readonly SchemaOwner[]): void {
  const known = new Set(owners.flatMap(({ name, migrations }) => migrations.map((step) => `${name} ${step.name}`)))
  const present = new Set(owners.map(({ name }) => name))
  for (const step of applied) {
    if (present.has(step.split(' ')[0]!) && !known.has(step)) {
      throw new Error(
        `This data was written by a newer Daybook (step "${step}"). Start that version, or restore a backup.`,
      )
    }
  }
}
