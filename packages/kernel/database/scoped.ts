import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely'
import type { Transaction } from './port.ts'
import { WorkspacePlugin } from './workspace-plugin.ts'

/** What a query handler sees: it can select and nothing else. */
export type ReadDatabase<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'fn'>

/** What a command handler sees: its module's tables in its workspace, inside its transaction. */
export type WriteDatabase<Tables> = Pick<Kysely<Tables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'fn'>

/**
 * A query builder over a transaction that sees only the named tables, and of them only one workspace's rows.
 * Handles live as long as their transaction: afterwards every use throws.
 */
export class ScopedDatabases {
  readonly #cache = new Map<string, { db: Kysely<any>; slot: Slot }>()

  open(transaction: Transaction, tables: ReadonlyMap<string, 'workspace' | 'instance'>, workspaceId: string, module: string): Kysely<any> {
    const key = `${module} ${workspaceId}`
    let entry = this.#cache.get(key)
    // A handle still in use by another transaction is never shared.
    if (!entry || entry.slot.transaction) {
      const slot: Slot = { transaction: null }
      entry = { slot, db: new Kysely({ dialect: slotDialect(slot), plugins: [new WorkspacePlugin(tables, workspaceId)] }) }
      if (this.#cache.size > 1000) this.#cache.clear()
      this.#cache.set(key, entry)
    }
    entry.slot.transaction = transaction
    this.#open.set(entry.db, entry.slot)
    return entry.db
  }

  /** Ends a handle's life with its transaction. */
  close(db: Kysely<any>): void {
    const slot = this.#open.get(db)
    if (slot) slot.transaction = null
  }

  readonly #open = new WeakMap<Kysely<any>, Slot>()
}

interface Slot {
  transaction: Transaction | null
}

function slotDialect(slot: Slot): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (!slot.transaction) throw new Error('A database handle was used after its transaction ended')
      return slot.transaction.execute(query as CompiledQuery<R>)
    },
    // oxlint-disable-next-line require-yield -- A stream would hold the only connection open.
    async *streamQuery() {
      throw new Error('Handlers cannot stream rows: page instead')
    },
  }
  const refuse = async () => {
    throw new Error('Transactions belong to the kernel')
  }
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  }
}
