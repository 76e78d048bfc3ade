import type { Database } from '../database/port.ts'
import type { Migration } from './migration.ts'

/**
 * Applies what is missing, all in one transaction, and records each step.
 * A database newer than this program is refused rather than guessed at.
 */
export async function migrate(
  database: Database,
  owners: readonly { name: string; migrations: Migration[] }[],
): Promise<string[]> {
  return database.write(async (transaction) => {
    await transaction.run(
      'CREATE TABLE IF NOT EXISTS migrations (owner TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (owner, name))',
    )
    const rows = await transaction.all('SELECT owner, name FROM migrations')
    const applied = new Set(rows.map((row) => `${row.owner} ${row.name}`))
    refuseUnknown(applied, owners)

    const done: string[] = []
    for (const { name: owner, migrations } of owners) {
      for (const step of migrations) {
        if (applied.has(`${owner} ${step.name}`)) continue
        for (const statement of step.statements(database.dialect)) await transaction.run(statement)
        await transaction.run('INSERT INTO migrations (owner, name, at) VALUES (?, ?, ?)', owner, step.name, Date.now())
        done.push(`${owner}/${step.name}`)
      }
    }
    return done
  })
}

function refuseUnknown(
  applied: ReadonlySet<string>,
  owners: readonly { name: string; migrations: Migration[] }[],
): void {
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
