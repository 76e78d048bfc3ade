/** One step of the schema, the same source for both databases. Names sort in the order they are applied. */
export interface Migration {
  name: string
  statements(dialect: Dialect): string[]
}

export type Dialect = 'sqlite' | 'postgres'

/** Declares a migration out of tables, indexes and a few statements a dialect. */
export function migration(name: string, parts: MigrationPart[]): Migration {
  return { name, statements: (dialect) => parts.flatMap((part) => part(dialect)) }
}

export type MigrationPart = (dialect: Dialect) => string[]

/** A column, written in the words of the design rather than of a database. */
export interface Column {
  sqlite: string
  postgres: string
  primary: boolean
  nullable: boolean
  default?: string
}

/** Ordered by bytes, as SQLite does, whatever the database's own language is. */
const POSTGRES_TEXT = 'text COLLATE "C"'

const column = (sqlite: string, postgres: string): Column => ({ sqlite, postgres, primary: false, nullable: false })

/** A UUIDv7 as text. */
export const id = () => column('TEXT', POSTGRES_TEXT)
/** Epoch milliseconds, UTC. */
export const instant = () => column('INTEGER', 'bigint')
/** 0 or 1. */
export const flag = () => column('INTEGER', 'smallint')
/** JSON as text: what was written is what is read, to the byte. */
export const json = () => column('TEXT', POSTGRES_TEXT)
export const text = () => column('TEXT', POSTGRES_TEXT)
export const integer = () => column('INTEGER', 'bigint')
export const bytes = () => column('BLOB', 'bytea')
/** `YYYY-MM-DD`. */
export const date = () => column('TEXT', POSTGRES_TEXT)
export const nullable = (of: Column): Column => ({ ...of, nullable: true })
export const primary = (of: Column): Column => ({ ...of, primary: true })

/** A table; `primaryKey` names the columns of a composite key. */
export function table(
  name: string,
  columns: Record<string, Column>,
  options: { primaryKey?: string[]; withoutRowid?: boolean } = {},
): MigrationPart {
  return (dialect) => {
    const lines = Object.entries(columns).map(([name, value]) => `  ${toColumn(name, value, dialect)}`)
    if (options.primaryKey) lines.push(`  PRIMARY KEY (${options.primaryKey.join(', ')})`)
    const suffix = dialect === 'sqlite' && options.withoutRowid ? ' WITHOUT ROWID' : ''
    return [`CREATE TABLE ${name} (\n${lines.join(',\n')}\n)${suffix}`]
  }
}

/** More columns of a table that is there. What is there already takes the default. */
export function addColumns(tableName: string, columns: Record<string, Column>): MigrationPart {
  return (dialect) =>
    Object.entries(columns).map(
      ([name, value]) => `ALTER TABLE ${tableName} ADD COLUMN ${toColumn(name, value, dialect)}`,
    )
}

/** A column's value in rows that give none, as SQL. */
export const withDefault = (of: Column, value: string): Column => ({ ...of, default: value })

/** An index named after its table and columns; `where` makes it partial. */
export function index(
  tableName: string,
  columns: string[],
  options: { unique?: boolean; where?: string } = {},
): MigrationPart {
  const name = `${tableName}_by_${columns.map((entry) => entry.split(' ')[0]).join('_')}`
  const where = options.where ? ` WHERE ${options.where}` : ''
  return () => [
    `CREATE ${options.unique ? 'UNIQUE ' : ''}INDEX ${name} ON ${tableName} (${columns.join(', ')})${where}`,
  ]
}

/** Statements that differ by database, such as a full-text index. */
export function perDialect(statements: Record<Dialect, string[]>): MigrationPart {
  return (dialect) => statements[dialect]
}

function toColumn(name: string, value: Column, dialect: Dialect): string {
  // Only INTEGER PRIMARY KEY is SQLite's rowid; a text key is never null by our word, not by its own.
  const constraint = value.primary
    ? ' PRIMARY KEY' + (value[dialect] === 'TEXT' ? ' NOT NULL' : '')
    : value.nullable
      ? ''
      : ' NOT NULL'
  return `${name} ${value[dialect]}${constraint}${value.default === undefined ? '' : ` DEFAULT ${value.default}`}`
}
