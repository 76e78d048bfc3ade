import {
  DefaultQueryExecutor,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type ConnectionProvider,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Transaction } from './port.ts'
import type { WorkspacePlugin } from './workspace-plugin.ts'

/** Compiles queries through the workspace's plugin and runs them in one transaction, and after its end not at all. */
export class ScopedExecutor extends DefaultQueryExecutor {
  /** One a module and workspace: what is compiled for it serves every handle of the same scope and no other. */
  readonly scope: WorkspacePlugin
  #transaction: Transaction | null

  constructor(transaction: Transaction, scope: WorkspacePlugin) {
    super(compiler, adapter, refusingProvider, [scope])
    this.scope = scope
    this.#transaction = transaction
  }

  override async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#transaction) throw new Error('A database handle was used after its transaction ended')
    return this.#transaction.execute(query as CompiledQuery<R>)
  }

  // oxlint-disable-next-line require-yield -- A stream would hold the only connection open.
  override async *stream<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Handlers cannot stream rows: page instead')
  }

  /** The transaction is over. */
  end(): void {
    this.#transaction = null
  }
}

const compiler = new SqliteQueryCompiler()
const adapter = new SqliteAdapter()

const refuse = async (): Promise<never> => {
  throw new Error('Connections and transactions belong to the kernel')
}

const refusingProvider: ConnectionProvider = { provideConnection: refuse }

/** A handler begins nothing by itself. */
export const refusingDriver: Driver = {
  init: refuse,
  acquireConnection: refuse,
  beginTransaction: refuse,
  commitTransaction: refuse,
  rollbackTransaction: refuse,
  releaseConnection: refuse,
  destroy: refuse,
}

/** The dialect that queries are compiled for. */
export const compilingDialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => refusingDriver,
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => compiler,
}
