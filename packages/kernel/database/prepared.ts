import type { CompiledQuery, Kysely } from 'kysely'
import type { Value } from './port.ts'
import type { ScopedExecutor } from './scoped-executor.ts'

/** A place in a prepared statement, filled by name when it runs. It stands where a value of the column would. */
export function slot(name: string): never {
  return new Slot(name) as never
}

/** A slot for each member of a row, named as its column. */
export function slotsOf<Row extends object>(row: Row): { [Column in keyof Row]: never } {
  return Object.fromEntries(Object.keys(row).map((column) => [column, slot(column)])) as {
    [Column in keyof Row]: never
  }
}

/**
 * Runs a statement that is built, scoped and compiled once a workspace and shape, for paths where building it again
 * would cost more than running it. What varies stands in slots. Without a shape it is built anew.
 */
export async function prepared<Row>(
  db: object,
  shape: string | null,
  build: () => Compilable,
  values: Readonly<Record<string, Value>>,
): Promise<Row[]> {
  const executor = (db as Kysely<unknown>).getExecutor() as ScopedExecutor
  const { query, names } = shape === null ? compile(build) : compiledOf(executor.scope, shape, build)
  const parameters = names.map((name, index) => (name === null ? query.parameters[index] : values[name]))
  const { rows } = await executor.executeQuery<Row>({ ...(query as CompiledQuery<Row>), parameters })
  return rows
}

/** What the handles of one module and workspace share, as a key for what is kept about them. */
export function scopeOf(db: object): object {
  return ((db as Kysely<unknown>).getExecutor() as ScopedExecutor).scope
}

class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** A statement of the query builder that was not run. */
export interface Compilable {
  compile(): CompiledQuery<unknown>
}

interface Compiled {
  query: CompiledQuery<unknown>
  /** The slot of each parameter; null where the value is fixed. */
  names: (string | null)[]
}

// A scope is of one module and one workspace, so that a statement compiled in it never serves another.
const statements = new WeakMap<object, Map<string, Compiled>>()

function compiledOf(scope: object, shape: string, build: () => Compilable): Compiled {
  const known = statements.get(scope) ?? new Map<string, Compiled>()
  const found = known.get(shape)
  if (found) return found
  const compiled = compile(build)
  statements.set(scope, known.set(shape, compiled))
  return compiled
}

function compile(build: () => Compilable): Compiled {
  const query = build().compile()
  return { query, names: query.parameters.map((value) => (value instanceof Slot ? value.name : null)) }
}
