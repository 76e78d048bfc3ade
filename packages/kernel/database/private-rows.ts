import { expressionBuilder, type OperationNode } from 'kysely'

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
    return e.parens(e.or([e(column(person), 'is', null), e(column(person), 'in', whoever)])).toOperationNode()
  const part = parts[source.table]
  if (part === undefined) return null
  const hidden = e
    .selectFrom(`${table} as hidden`)
    .select('hidden.id')
    .where('hidden.workspace_id', 'in', [workspaceId] as never)
    .where(`hidden.${person}`, 'is not', null)
    .where(`hidden.${person}`, 'not in', whoever)
  return e.parens(e.or([e(column(part), 'is', null), e(column(part), 'not in', hidden as never)])).toOperationNode()
}
