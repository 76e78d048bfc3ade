import type { Transaction } from '../database/port.ts'

const POLICY = 'daybook_workspace'

/** The tables that PostgreSQL itself keeps apart by workspace, once more than the query builder does. */
export async function forceRowSecurity(transaction: Transaction, tables: readonly string[]): Promise<void> {
  const rows = await transaction.all('SELECT tablename FROM pg_policies WHERE policyname = ?', POLICY)
  const guarded = new Set(rows.map((row) => String(row.tablename)))
  for (const table of tables) {
    await transaction.run(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`)
    if (guarded.has(table)) continue
    await transaction.run(`CREATE POLICY ${POLICY} ON ${table} USING (${OWN}) WITH CHECK (${OWN})`)
  }
}

/** Steps of the schema change every workspace's rows: the owner of a table passes its policies unless they are forced. */
export async function suspendRowSecurity(transaction: Transaction): Promise<void> {
  const rows = await transaction.all(
    'SELECT relname FROM pg_class WHERE relforcerowsecurity AND relnamespace = current_schema()::regnamespace',
  )
  for (const row of rows) await transaction.run(`ALTER TABLE ${String(row.relname)} NO FORCE ROW LEVEL SECURITY`)
}

/** Tables that should be kept apart by workspace and are not: somebody has changed the database by hand. */
export async function findUnguarded(transaction: Transaction, tables: readonly string[]): Promise<string[]> {
  const rows = await transaction.all(
    `SELECT c.relname FROM pg_class c JOIN pg_policies p ON p.tablename = c.relname AND p.schemaname = current_schema()
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity
       AND p.policyname = ?`,
    POLICY,
  )
  const guarded = new Set(rows.map((row) => String(row.relname)))
  return tables.filter((table) => !guarded.has(table))
}

const OWN = "workspace_id = current_setting('daybook.workspace', true)"
