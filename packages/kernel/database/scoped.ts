import { Kysely, type KyselyProps } from 'kysely'
import type { Transaction } from './port.ts'
import type { PrivateRows } from './private-rows.ts'
import { compilingDialects, refusingDriver, ScopedExecutor } from './scoped-executor.ts'
import { WorkspacePlugin } from './workspace-plugin.ts'

/** What a query handler sees: it can select and nothing else. */
export type ReadDatabase<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'fn'>

/** What a command handler sees: its module's tables in its workspace, inside its transaction. */
export type WriteDatabase<Tables> = Pick<
  Kysely<Tables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'fn'
>

/**
 * A query builder over a transaction that sees only the named tables, and of them only one workspace's rows.
 * Handles live as long as their transaction: afterwards every use throws.
 */
export class ScopedDatabases {
  /** What handles of one module and workspace share. */
  readonly #plugins = new Map<string, WorkspacePlugin>()

  open(
    transaction: Transaction,
    tables: ReadonlyMap<string, 'workspace' | 'instance'>,
    workspaceId: string,
    module: string,
    sight: Sight | null = null,
  ): Kysely<any> {
    const plugin = this.#pluginOf(transaction, tables, workspaceId, module, sight?.privateRows ?? null)
    const executor = new ScopedExecutor(transaction, plugin, sight?.personId ?? null)
    transaction.enter(workspaceId)
    return toHandle(executor, transaction.dialect)
  }

  /** Ends a handle's life with its transaction. */
  close(db: Kysely<any>): void {
    const executor = db.getExecutor()
    if (executor instanceof ScopedExecutor) executor.end()
  }

  #pluginOf(
    { dialect }: Transaction,
    tables: ReadonlyMap<string, 'workspace' | 'instance'>,
    workspaceId: string,
    module: string,
    privateRows: PrivateRows | null,
  ): WorkspacePlugin {
    const key = `${module} ${workspaceId}${privateRows ? ' seen' : ''}`
    const known = this.#plugins.get(key)
    if (known) return known
    if (this.#plugins.size >= MAX_SCOPES) this.#plugins.clear()
    const plugin = new WorkspacePlugin(tables, workspaceId, dialect, privateRows)
    this.#plugins.set(key, plugin)
    return plugin
  }
}

/**
 * The same tables in the same transaction, also the rows that are private to somebody else: for what must stay in step
 * whoever acts, such as the name of a label on every task. Nothing that is read here may be answered.
 */
export function wholeTables<Tables>(db: WriteDatabase<Tables>): WriteDatabase<Tables> {
  const executor = (db as Kysely<Tables>).getExecutor()
  if (!(executor instanceof ScopedExecutor) || executor.scope.privateRows === null) return db
  return toHandle(executor.whole(), executor.scope.dialect) as Kysely<Tables>
}

function toHandle(executor: ScopedExecutor, dialect: Transaction['dialect']): Kysely<any> {
  return new Kysely({
    config: CONFIGS[dialect],
    dialect: compilingDialects[dialect],
    driver: refusingDriver,
    executor,
  } satisfies KyselyProps)
}

/** By whose eyes a module's tables are read, where some rows are one person's alone. */
export interface Sight {
  privateRows: PrivateRows
  personId: string
}

const MAX_SCOPES = 1000
const CONFIGS = {
  sqlite: { dialect: compilingDialects.sqlite },
  postgres: { dialect: compilingDialects.postgres },
}
