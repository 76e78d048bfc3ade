import {
  DefaultQueryExecutor,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
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
import { asksForHidden, WHOEVER_ASKS, withoutSight } from './private-rows.ts'
import type { WorkspacePlugin } from './workspace-plugin.ts'

/** Compiles queries through the workspace's plugin and runs them in one transaction, and after its end not at all. */
export class ScopedExecutor extends DefaultQueryExecutor {
  /** One a module and workspace: what is compiled for it serves every handle of the same scope and no other. */
  readonly scope: WorkspacePlugin
  readonly #personId: string | null
  #transaction: Transaction | null
  /** Whether the workspace hides anything from the person; null until a statement asks. */
  #hides: boolean | null = null
  #whole: ScopedExecutor | null = null

  constructor(transaction: Transaction, scope: WorkspacePlugin, personId: string | null = null) {
    const { compiler, adapter } = PARTS[transaction.dialect]
    super(compiler, adapter, refusingProvider, [scope])
    this.scope = scope
    this.#personId = personId
    this.#transaction = transaction
  }

  override async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const transaction = this.#transaction
    const personId = this.#personId
    if (!transaction) throw new Error('A database handle was used after its transaction ended')
    // Nothing is awaited for a statement that looks at nobody's private rows, as nearly all do.
    const asked =
      personId !== null && query.parameters.includes(WHOEVER_ASKS)
        ? await this.#asked(query, transaction, personId)
        : query
    return transaction.execute(asked as CompiledQuery<R>)
  }

  // oxlint-disable-next-line require-yield -- A stream would hold the only connection open.
  override async *stream<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Handlers cannot stream rows: page instead')
  }

  async #asked(query: CompiledQuery, transaction: Transaction, personId: string): Promise<CompiledQuery> {
    // What is asked for here holds for the statement only within one transaction. PostgreSQL numbers its parameters.
    if (transaction.dialect === 'sqlite' && !transaction.single) {
      const { privateRows, workspaceId } = this.scope
      this.#hides ??=
        privateRows !== null && (await transaction.get(asksForHidden(privateRows), workspaceId, personId)) !== undefined
      if (!this.#hides) return withoutSight(query)
    }
    const parameters = query.parameters.map((value) => (value === WHOEVER_ASKS ? personId : value))
    return { ...query, parameters }
  }

  /** The same tables in the same transaction, with all that is hidden from the person. */
  whole(): ScopedExecutor {
    if (!this.#transaction) throw new Error('A database handle was used after its transaction ended')
    return (this.#whole ??= new ScopedExecutor(this.#transaction, this.scope.whole))
  }

  /** The transaction is over. */
  end(): void {
    this.#transaction = null
    this.#whole?.end()
  }
}

const PARTS = {
  sqlite: { compiler: new SqliteQueryCompiler(), adapter: new SqliteAdapter() },
  postgres: { compiler: new PostgresQueryCompiler(), adapter: new PostgresAdapter() },
}

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

/** The dialects that queries are compiled for. */
export const compilingDialects: Record<Transaction['dialect'], Dialect> = {
  sqlite: {
    createAdapter: () => PARTS.sqlite.adapter,
    createDriver: () => refusingDriver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => PARTS.sqlite.compiler,
  },
  postgres: {
    createAdapter: () => PARTS.postgres.adapter,
    createDriver: () => refusingDriver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => PARTS.postgres.compiler,
  },
}
