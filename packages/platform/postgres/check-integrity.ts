import type { Transaction } from '#kernel/database/port.ts'

/** What the server itself knows to be wrong: indexes that were never finished, and pages that failed their checksum. */
export async function checkIntegrity(transaction: Transaction): Promise<string[]> {
  const indexes = await transaction.all(
    `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     JOIN pg_namespace s ON s.oid = c.relnamespace WHERE NOT i.indisvalid AND s.nspname = current_schema()`,
  )
  const pages = await transaction.get(
    'SELECT COALESCE(checksum_failures, 0) AS failed FROM pg_stat_database WHERE datname = current_database()',
  )
  const faults = indexes.map((row) => `The index ${String(row.name)} is not valid`)
  if (Number(pages?.failed ?? 0) > 0) faults.push(`${String(pages!.failed)} pages failed their checksum`)
  return faults
}
