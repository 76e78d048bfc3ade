import { expressionBuilder, RawNode, type CompiledQuery, type OperationNode } from 'kysely'

/** Of which records one person alone sees, and what belongs to them. */
export interface PrivateRows {
  /** The table of the records. */
  table: string
  /** Its column that names the one person who sees a record; null where all members do. */
  person: string
  /** Tables whose rows belong to a record, each with its column that names it; null where a row belongs to none. */
  parts: Record<string, string>
}

/** Stands in a compiled statement for whoever asks, so that one statement serves everybody of a workspace. */
export const WHOEVER_ASKS = Object.freeze({ stands: 'for the person who asks' })

/** What lets only those rows of a table through that whoever asks may see; null where all of them are everybody's. */
export function seenBy(
  { table, person, parts }: PrivateRows,
  workspaceId: string,
  source: { table: string; name: string },
): OperationNode | null {
  // A name of its own for what is asked: the columns are known when a module declares them, and not to types.
  const e = expressionBuilder<Record<string, Record<string, unknown>>, string>()
  const column = (name: string) => e.ref(`${source.name}.${name}` as never)
  const whoever = [WHOEVER_ASKS] as never
  if (source.table === table)
    return marked(e.parens(e.or([e(column(person), 'is', null), e(column(person), 'in', whoever)])).toOperationNode())
  const part = parts[source.table]
  if (part === undefined) return null
  const hidden = e
    .selectFrom(`${table} as hidden`)
    .select('hidden.id')
    .where('hidden.workspace_id', 'in', [workspaceId] as never)
    .where(`hidden.${person}`, 'is not', null)
    .where(`hidden.${person}`, 'not in', whoever)
  return marked(
    e.parens(e.or([e(column(part), 'is', null), e(column(part), 'not in', hidden as never)])).toOperationNode(),
  )
}

const MARKED = /\/\*seen\*\/(.*?)\/\*said\*\//gs
const marked = (predicate: OperationNode): OperationNode => RawNode.create(['/*seen*/', '/*said*/'], [predicate])

/** Whether a workspace hides any row from somebody, as a statement for SQLite: the workspace, then the person. */
export function asksForHidden({ table, person }: PrivateRows): string {
  return `SELECT 1 AS n FROM "${table}" WHERE workspace_id = ? AND "${person}" IS NOT NULL AND "${person}" <> ? LIMIT 1`
}

/**
 * A statement of SQLite as it is where nothing is hidden: with the predicate even a walk along an index that has all that
 * is asked for reads every row. Kept for each statement, since it is looked for at every run.
 */
export function withoutSight(query: CompiledQuery): CompiledQuery {
  const { sql, dropped } = plain.get(query.sql) ?? keepPlain(query.sql)
  return { ...query, sql, parameters: query.parameters.filter((_, index) => !dropped.has(index)) }
}

interface Plain {
  sql: string
  /** The places of parameters that only the predicate has. */
  dropped: ReadonlySet<number>
}

const MOST_KEPT = 2000
const plain = new Map<string, Plain>()

function keepPlain(text: string): Plain {
  if (plain.size >= MOST_KEPT) plain.clear()
  const made = toPlain(text)
  plain.set(text, made)
  return made
}

function toPlain(text: string): Plain {
  const dropped = new Set<number>()
  const sql = text.replace(MARKED, (_, predicate: string, at: number) => {
    const before = marks(text.slice(0, at))
    const after = before + marks(predicate)
    for (let index = before; index < after; index++) dropped.add(index)
    return '1'
  })
  return { sql, dropped }
}

/** Values stand in parameters and names in quotes: a question mark is a parameter. */
const marks = (sql: string) => sql.replaceAll(/"[^"]*"|'[^']*'/g, '').split('?').length - 1
