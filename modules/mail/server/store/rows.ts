import { prepared, slot } from '#kernel/database/prepared.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { Value } from '#kernel/database/port.ts'
import type { MailTables } from '../database.ts'

/** Inserts one row by a statement that is built once: an import inserts hundreds of thousands. */
export async function insertRow<Table extends keyof MailTables & string>(
  db: WriteDatabase<MailTables>,
  table: Table,
  row: MailTables[Table],
): Promise<void> {
  await prepared(
    db,
    `insert ${table}`,
    () => db.insertInto(table).values(slotsOf(row) as never),
    row as unknown as Record<string, Value>,
  )
}

/** A slot for each column of a row. */
export function slotsOf(row: object): Record<string, never> {
  return Object.fromEntries(Object.keys(row).map((column) => [column, slot(column)]))
}

const CHUNK = 400

/** Parts that fit the limit of variables in a statement. */
export function* chunks<T>(list: readonly T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += CHUNK) yield list.slice(at, at + CHUNK)
}

/** Like `chunks`, each padded with its last value to a power of two: few different statements for lists of any length. */
export function* paddedChunks<T>(list: readonly T[]): Generator<T[]> {
  for (const part of chunks(list)) {
    const length = Math.min(CHUNK, 2 ** Math.ceil(Math.log2(part.length)))
    const last = part.at(-1)!
    while (part.length < length) part.push(last)
    yield part
  }
}
