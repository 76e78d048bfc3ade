import type { Transaction } from '#kernel/database/port.ts'

const HEADER = '-- Written by `npm run generate`: the tables as the migrations leave them, by name.\n'

/** The tables, indexes and triggers of a database. What a virtual table keeps its data in is its own affair. */
export async function schemaText(transaction: Transaction): Promise<string> {
  const rows = await transaction.all(
    "SELECT name, tbl_name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'",
  )
  const virtual = rows.filter(({ sql }) => /^CREATE VIRTUAL/i.test(String(sql))).map(({ name }) => `${String(name)}_`)
  const statements = rows
    .filter(
      ({ name, tbl_name: table }) =>
        !virtual.some((prefix) => String(name).startsWith(prefix) || String(table).startsWith(prefix)),
    )
    .map(({ tbl_name: table, type, name, sql }) => ({
      key: `${String(table)} ${type === 'table' ? 0 : 1} ${String(name)}`,
      sql: String(sql),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return `${HEADER}\n${statements.map(({ sql }) => `${sql};\n`).join('\n')}`
}
