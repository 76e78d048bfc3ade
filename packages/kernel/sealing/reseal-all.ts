import type { Row, Transaction } from '../database/port.ts'
import type { ModuleDefinition } from '../module.ts'
import type { Sealer } from '../ports.ts'
import type { SealedColumn } from './sealed-column.ts'

/** How a text sealed under one key is sealed under another. */
type Reseal = (sealed: string, place: string) => string

/**
 * Seals everything that lies under one instance key under another one, in the transaction that it is given: all of it or
 * nothing. Data keys are sealed anew, and what lies under them stays as it is. Answers how many texts it sealed.
 */
export async function resealAll(
  transaction: Transaction,
  modules: readonly Pick<ModuleDefinition, 'name' | 'sealed'>[],
  { from, to }: { from: Sealer; to: Sealer },
): Promise<number> {
  const reseal: Reseal = (sealed, place) => to.seal(from.open(sealed, place), place)
  let count = 0
  for (const { sealed = [] } of modules) {
    for (const column of sealed)
      count += column.job
        ? await resealJobs(transaction, column, column.job, reseal)
        : await resealColumn(transaction, column, reseal)
  }
  return count
}

async function resealColumn(
  transaction: Transaction,
  { table, column, key, place }: SealedColumn,
  reseal: Reseal,
): Promise<number> {
  // What is used up is an empty text.
  const rows = await transaction.all(`SELECT * FROM ${table} WHERE ${column} <> ''`)
  for (const row of rows)
    await transaction.run(
      `UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`,
      reseal(String(row[column]), place(row)),
      String(row[key]),
    )
  return rows.length
}

/** Jobs that have ended are never run again. */
async function resealJobs(
  transaction: Transaction,
  { place }: SealedColumn,
  { name, member }: NonNullable<SealedColumn['job']>,
  reseal: Reseal,
): Promise<number> {
  const rows: Row[] = await transaction.all(
    "SELECT id, input FROM jobs WHERE name = ? AND state IN ('queued', 'running')",
    name,
  )
  for (const row of rows) {
    const input = JSON.parse(String(row.input)) as Record<string, string>
    const resealed = { ...input, [member]: reseal(input[member]!, place(row)) }
    await transaction.run('UPDATE jobs SET input = ? WHERE id = ?', JSON.stringify(resealed), String(row.id))
  }
  return rows.length
}
