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

const column = (sqlite: string, postgres: string): Column => ({ sqlite, postgres, primary: false, nullable: false })

/** A UUIDv7 as text. */
export const id = () => column('TEXT', 'text')
/** Epoch milliseconds, UTC. */
export const instant = () => column('INTEGER', 'bigint')
/** 0 or 1. */
export const flag = () => column('INTEGER', 'smallint')
/** JSON as text. */
export const json = () => column('TEXT', 'jsonb')
export const text = () => column('TEXT', 'text')
export const integer = () => column('INTEGER', 'bigint')
export const bytes = () => column('BLOB', 'bytea')
/** `YYYY-MM-DD`. */
export const date = () => column('TEXT', 'text')
export const nullable = (of: Column): Column => ({ ...of, nullable: true })
export const primary = (of: Column): Column => ({ ...of, primary: true })

/** A table; `primaryKey` names the columns of a composite key. */
export function table(
  name: string,
  columns: Record<string, Column>,
  options: { primaryKey?: string[]; withoutRowid?: boolean } = {},
): MigrationPart {
  return (dialect) => {
    const lines = Object.entries(columns).map(([key, value]) => {
      // Only INTEGER PRIMARY KEY is SQLite's rowid; a text key is never null by our word, not by its own.
      const constraint = value.primary
        ? ' PRIMARY KEY' + (value[dialect] === 'TEXT' ? ' NOT NULL' : '')
        : value.nullable
          ? ''
          : ' NOT NULL'
      return `  ${key} ${value[dialect]}${constraint}${value.default === undefined ? '' : ` DEFAULT ${value.default}`}`
    })
    if (options.primaryKey) lines.push(`  PRIMARY KEY (${options.primaryKey.join(', ')})`)
    const suffix = dialect === 'sqlite' && options.withoutRowid ? ' WITHOUT ROWID' : ''
    return [`CREATE TABLE ${name} (\n${lines.join(',\n')}\n)${suffix}`]
  }
}

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
