import { Kysely, type KyselyProps } from 'kysely'
import type { Transaction } from './port.ts'
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
  ): Kysely<any> {
    const executor = new ScopedExecutor(transaction, this.#pluginOf(transaction, tables, workspaceId, module))
    transaction.enter(workspaceId)
    const dialect = compilingDialects[transaction.dialect]
    return new Kysely({
      config: CONFIGS[transaction.dialect],
      dialect,
      driver: refusingDriver,
      executor,
    } satisfies KyselyProps)
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
  ): WorkspacePlugin {
    const key = `${module} ${workspaceId}`
    const known = this.#plugins.get(key)
    if (known) return known
    if (this.#plugins.size >= MAX_SCOPES) this.#plugins.clear()
    const plugin = new WorkspacePlugin(tables, workspaceId, dialect)
    this.#plugins.set(key, plugin)
    return plugin
  }
}

const MAX_SCOPES = 1000
const CONFIGS = {
  sqlite: { dialect: compilingDialects.sqlite },
  postgres: { dialect: compilingDialects.postgres },
}
